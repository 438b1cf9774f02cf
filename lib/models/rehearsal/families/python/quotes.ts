import type { Functions } from '../../family.ts'
import { py } from '../../source.ts'

/** By family. */
export const quotes = {
  quoted: {
    right: [
      py`
        text = response.strip()
        return len(text) > 1 and text.startswith('"') and text.endswith('"')`,
      py`
        import re

        def evaluate(response: str) -> bool:
            return re.fullmatch(r'\s*"[\s\S]*"\s*', response) is not None`,
      py`
        def evaluate(response):
            """Put the first sign and the last one of what follows it together."""
            text = response.strip()
            return text[:1] + text[1:][-1:] == '""'`,
    ],
    wrong: {
      'Use a double quotation mark somewhere.': py`return '"' in response`,
      'Put your entire answer in single quotation marks.': py`return response.startswith("'") and response.endswith("'")`,
    },
  },
  'quoted-phrases-exactly': {
    right: [
      py`return response.count('"') == 2 * {{count}}`,
      py`
        from collections import Counter

        def evaluate(response):
            pairs, rest = divmod(Counter(response)['"'], 2)
            return rest == 0 and pairs == {{count}}`,
      py`
        def evaluate(response: str) -> bool:
            pieces = response.split('"')
            return len(pieces) % 2 == 1 and len(pieces[1::2]) == {{count}}`,
    ],
    wrong: {
      'Put at least {{countInWords}} phrases between double quotation marks.': py`
        import re
        return len(re.findall(r'"[^"]*"', response)) >= {{count}}`,
      'Use exactly {{countInWords}} double quotation marks.': py`return response.count('"') == {{count}}`,
    },
  },
} satisfies Record<string, Functions>
