# What verifiers import is imported here once, so that it is part of the memory every interpreter starts from.
import abc, array, ast, base64, binascii, bisect, builtins, calendar, collections, collections.abc, contextlib, copy, csv
import dataclasses, datetime, decimal, difflib, enum, fractions, functools, gc, hashlib, heapq, html, html.parser, io
import itertools, json, keyword, locale, logging, math, numbers, opcode, operator, os, random, re, secrets, signal
import statistics, string, struct, sys, textwrap, time, traceback, types, typing, unicodedata, urllib.parse, uuid, warnings
import xml.etree.ElementTree, zlib


class Nowhere(io.TextIOBase):
    """Nobody reads what a verifier prints."""
    encoding = 'utf-8'
    def writable(self): return True
    def write(self, text): return len(text)


warnings.simplefilter('ignore')
time.sleep = lambda seconds: None
sys.stdout = sys.__stdout__ = sys.stderr = sys.__stderr__ = Nowhere()
# And there is nobody to type.
sys.stdin = sys.__stdin__ = io.StringIO()
