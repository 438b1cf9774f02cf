import { globSync, readFileSync } from 'node:fs'
import ivm from 'isolated-vm'
import t from 'tap'
import { startInterpreter } from '../../../lib/sandbox/python/interpreter.ts'
import { readParts } from '../../../lib/sandbox/python/parts.ts'
import { snapshotOf } from '../../../lib/sandbox/python/snapshot-of.ts'
import { skip, upstreamRows } from '../../fixtures/upstream.ts'

const parts = readParts(64)

// An interpreter that is shown sources and says which of them are harmless, in the runner's place.
const judge = `
def run(marked, sources):
    return ('h' + ''.join('T' if harmless(compile(source, '', 'exec')) else 'F' for source in sources)).encode('utf-16-le')
ENTRY = f'{id(seal)} {id(run)} {input_at}'
`
const interpreter = await startInterpreter(parts, await snapshotOf({ ...parts, preload: parts.preload + judge }))
t.teardown(() => interpreter.dispose())
const judged = (sources: readonly string[]) => interpreter.run('', new ivm.ExternalCopy(sources), 1e9, 60_000)

t.test('the verifiers of every day need no reset', async t => {
  const files = globSync('fixtures/verifiers/everyday/*.py')
  t.ok(files.length >= 10)
  t.equal(judged(files.map(file => readFileSync(file, 'utf8'))), 'T'.repeat(files.length))
})

t.test('nor do nearly all that models wrote', { skip }, async t => {
  const rows = upstreamRows('expected/llama3_autoif/filter.matrix.jsonl')
  const written = upstreamRows('data/llama3_autoif/verifiers.jsonl').flatMap(({ verifiers }, row) =>
    (verifiers as string[]).filter((_, at) => rows[row].load[at] === 'ok'),
  )
  const letters = judged(written) as string
  t.equal(letters.length, 2302)
  t.equal(letters.replaceAll('T', '').length, 20, 'one in a hundred is not harmless')
})

const harmless = [
  'def evaluate(response: str) -> bool:\n    return response.count("a") > 2',
  'import re, json, math, string\nfrom collections import Counter, defaultdict\n\ndef evaluate(r):\n    c = defaultdict(int)\n    for w in re.findall(r"\\w+", r): c[w] += 1\n    return max(c.values()) > 2 and Counter(r).most_common(1)[0][0] in string.punctuation',
  'def my_own_check(r): return len(r) > 1\ndef evaluate(r):\n    try: return my_own_check(r)\n    except (ValueError, KeyError) as e: return str(e) == ""',
  'LIMIT = 5\ndef evaluate(r):\n    global LIMIT\n    LIMIT += 1\n    return any(len(line) > LIMIT for line in r.splitlines())',
  'import random\nfrom datetime import datetime\ndef evaluate(r):\n    print(r)\n    return random.random() < 2 and datetime.strptime(r, "%Y") is not None',
]

const harmful = [
  'import os',
  'import sys',
  'import builtins',
  'import re\ndef evaluate(r): re.findall = None',
  'import re\ndel re.findall',
  'import re\ndef evaluate(r): setattr(re, "findall", None)',
  'import re\nre.__dict__["findall"] = None',
  'import re\nvars(re)["findall"] = None',
  'import re\nre.enum.sys.exit()',
  'import re\nfor re.findall in [1]: pass',
  'import re\nwith open("x") as re.findall: pass',
  'import json.decoder\njson.decoder.JSONDecoder',
  'import string\nstring.Formatter().get_field("0.__class__", [1], {})',
  'from operator import attrgetter',
  'import functools\nfunctools.wraps',
  'import typing\ntyping.get_type_hints',
  'def evaluate(r): return eval(r)',
  'def evaluate(r): exec(r)',
  'def evaluate(r): return __import__("os")',
  'def evaluate(r): return getattr(r, "__cl" + "ass__")',
  'def evaluate(r): return r.__class__.__base__.__subclasses__()',
  'def evaluate(r): return (lambda: 1).__globals__',
  'def evaluate(r): return globals()',
  'def evaluate(r): return type("A", (), {"__del__": lambda s: 1})',
  'class A:\n    def __del__(self): pass',
  'def evaluate(r):\n    match r:\n        case str(__class__=c): return c',
  'async def evaluate(r): pass',
  'async def evaluate(r):\n    yield 1',
  'def evaluate(r):\n    try: 1 / 0\n    except Exception as e: return e.__traceback__.tb_frame.f_back.f_globals',
  'def g():\n    yield 1\ndef evaluate(r): return g().gi_frame.f_back',
  'def evaluate(r):\n    def inner():\n        import os\n    inner()',
  'evaluate = lambda r: [x for x in ().__class__.__mro__]',
  'import decimal\ndecimal.getcontext().prec = 1',
  'import re\nre.purge()',
  'import random\nrandom.seed(5)',
  'from re import *\nenum',
  'def evaluate(r): return breakpoint()',
  'def evaluate(r): return memoryview(r)',
  'def evaluate(r): input(r)',
]

t.test('what reaches no further than its own names is harmless', async t => {
  for (const source of harmless) t.equal(judged([source]), 'T', source.split('\n').join(' | '))
})

t.test('what reaches anything that others use is not', async t => {
  for (const source of harmful) t.equal(judged([source]), 'F', source.split('\n').join(' | '))
})
