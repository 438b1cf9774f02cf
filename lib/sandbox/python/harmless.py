# Decides by its code whether a verifier can have changed anything outside its own names. Restoring 30 MB of memory costs 3 ms,
# running a verifier on ten responses a tenth of that, and 99 of 100 verifiers that models write change nothing.
#
# A function can only change what it can reach, and it reaches things by the names of globals and attributes, which all stand
# in its code's co_names. A name is let through if it leads to something that cannot be changed and leads nowhere else
# (`safe`), or if nothing in the whole interpreter is called that (`known`), so that it can only be the verifier's own.


def decider():
    errors = {name for name, value in vars(builtins).items() if isinstance(value, type) and issubclass(value, BaseException)}
    basic = '''abs all any ascii bin bool bytearray bytes callable chr complex dict divmod enumerate filter float format
        frozenset hex int isinstance issubclass iter len list map max min next oct ord pow print range repr reversed round set
        slice sorted str sum tuple zip Ellipsis NotImplemented evaluate args msg pos lineno colno'''
    whole_modules = bisect, heapq, itertools, math, re, statistics, string, textwrap, unicodedata
    chosen = {
        collections: 'Counter OrderedDict defaultdict deque namedtuple',
        datetime: 'date datetime time timedelta timezone',
        difflib: 'SequenceMatcher get_close_matches unified_diff ndiff',
        functools: 'partial reduce',
        json: 'JSONDecodeError dumps loads',
        random: 'choice choices randint random randrange sample shuffle uniform',
        typing: 'Any Callable Dict FrozenSet Iterable Iterator List Mapping Optional Sequence Set Tuple Union',
    }
    kinds = (str, bytes, bytearray, int, float, complex, list, tuple, dict, set, frozenset, range, slice, re.Pattern, re.Match,
        collections.Counter, collections.OrderedDict, collections.defaultdict, collections.deque, datetime.date,
        datetime.datetime, datetime.time, datetime.timedelta, datetime.timezone, difflib.SequenceMatcher, statistics.NormalDist)
    # These look attributes up by a text, or empty what others share.
    unsafe = {'Formatter', 'Scanner', 'Template', 'purge', 'template'}

    safe = {*errors, *basic.split()}
    for module in (*whole_modules, *chosen): safe.add(module.__name__)
    for module in whole_modules:
        safe.update(name for name, value in vars(module).items() if not isinstance(value, types.ModuleType))
    for names in chosen.values(): safe.update(names.split())
    for kind in kinds: safe.update(dir(kind))

    known = set()
    for module in list(sys.modules.values()):
        if type(module) is types.ModuleType: known.update(vars(module))
    classes, left = set(), [object]
    while left:
        kind = left.pop()
        if kind not in classes:
            classes.add(kind)
            known.update(dir(kind))
            left.extend(type.__subclasses__(kind))
    reaching = frozenset(known - {name for name in safe - unsafe if name[0] != '_'})

    # Setting an attribute, making a class (it may have a finalizer), and patterns, whose attribute names stand elsewhere.
    bending = [opcode.opmap[name] for name in ('STORE_ATTR', 'DELETE_ATTR', 'LOAD_BUILD_CLASS', 'MATCH_CLASS')]
    others = bytes(number for number in range(256) if number not in bending)
    coroutine = 0x80 | 0x200
    code_of_code = types.CodeType

    def harmless(code):
        # Every other byte is an opcode; what is left when all but the bending ones are deleted is not harmless.
        if code.co_flags & coroutine or code.co_code[::2].translate(None, others): return False
        if not reaching.isdisjoint(code.co_names) or ' _' in ' '.join(('', *code.co_names)): return False
        for part in code.co_consts:
            if type(part) is code_of_code and not harmless(part): return False
        return True

    return harmless


harmless = decider()
