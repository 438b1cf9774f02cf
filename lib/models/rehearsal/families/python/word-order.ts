import type { Functions } from '../../family.ts'
import { py } from '../../source.ts'

/** By family. */
export const wordOrder = {
  'keyword-order': {
    right: [
      py`
        import re

        def evaluate(response):
            words = re.findall(r"\w+", response.lower())
            if "{{first}}" not in words or "{{second}}" not in words:
                return False
            return words.index("{{first}}") < words.index("{{second}}")`,
      py`
        import re

        def evaluate(response: str) -> bool:
            a = re.search(r"\b{{first}}\b", response, re.IGNORECASE)
            b = re.search(r"\b{{second}}\b", response, re.IGNORECASE)
            return a is not None and b is not None and a.start() < b.start()`,
      py`
        import re
        seen = False
        for word in re.split(r"\W+", response.lower()):
            if word == "{{first}}":
                seen = True
            if word == "{{second}}":
                return seen
        return False`,
    ],
    wrong: {
      'Use both the word "{{first}}" and the word "{{second}}".': py`
        import re
        words = re.findall(r"\w+", response.lower())
        return "{{first}}" in words and "{{second}}" in words`,
      'Do not use "{{second}}" before "{{first}}".': py`return response.find("{{first}}") <= response.find("{{second}}")`,
    },
  },
  'no-word-twice-in-a-row': {
    right: [
      py`
        import re

        def evaluate(response):
            words = re.findall(r"\w+", response.lower())
            return all(a != b for a, b in zip(words, words[1:]))`,
      py`
        import re
        return re.search(r"\b(\w+)\b\W+\1\b", response, re.IGNORECASE) is None`,
      py`
        import re
        from itertools import groupby

        def evaluate(response: str) -> bool:
            """Equal neighbours would fall into one group."""
            words = [word for word in re.split(r"\W+", response.lower()) if word]
            return sum(1 for _ in groupby(words)) == len(words)`,
    ],
    wrong: {
      'Do not use any word more than once.': py`
        import re
        words = re.findall(r"\w+", response.lower())
        return len(set(words)) == len(words)`,
      'Do not write the same word twice in a row with the same capitals.': py`
        import re
        return re.search(r"\b(\w+)\b\W+\1\b", response) is None`,
    },
  },
} satisfies Record<string, Functions>
