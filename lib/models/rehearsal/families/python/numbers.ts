import type { Functions } from '../../family.ts'
import { py } from '../../source.ts'

/** By family. */
export const numbers = {
  'numbers-at-least': {
    right: [
      py`
        import re

        def evaluate(response):
            return len(re.findall(r"\d+", response)) >= {{count}}`,
      py`
        text = "".join(sign if sign.isdigit() else " " for sign in response)
        return len(text.split()) >= {{count}}`,
      py`
        from itertools import groupby

        def evaluate(response: str) -> bool:
            runs = [digits for digits, _ in groupby(response, key=str.isdigit) if digits]
            return len(runs) > {{countLess}}`,
    ],
    wrong: {
      'Use at least {{countInWords}} digits.': py`return sum(sign.isdigit() for sign in response) >= {{count}}`,
      'Include more than {{countInWords}} numbers written in digits.': py`
        import re
        return len(re.findall(r"\d+", response)) > {{count}}`,
    },
  },
  'no-digits': {
    right: [
      py`return not any(character.isdigit() for character in response)`,
      py`
        import re

        def evaluate(response: str) -> bool:
            return re.search(r"\d", response) is None`,
      py`
        import string

        def evaluate(response):
            """No sign of the answer may be one of the ten digits."""
            return set(string.digits).isdisjoint(response)`,
    ],
    wrong: {
      'Do not use any number of two or more digits.': py`
        import re
        return not re.search(r"\d\d", response)`,
      'Do not begin with a digit.': py`return not response[:1].isdigit()`,
      'Use nothing but letters and spaces.': py`
        import re
        return re.fullmatch(r"[A-Za-z ]*", response) is not None`,
    },
  },
  'date-in-form': {
    right: [
      py`
        import re

        def evaluate(response):
            pattern = re.sub(r"[YMD]", "[0-9]", re.escape("{{form}}"))
            return bool(re.search(r"(?<![0-9])" + pattern + r"(?![0-9])", response))`,
      py`
        import re

        def shape(text: str) -> str:
            """Write a zero for every digit, and a blank at either end."""
            return " " + re.sub(r"\d", "0", text) + " "

        def evaluate(response: str) -> bool:
            wanted = re.sub(r"[A-Z]", "0", "{{form}}")
            parts = shape(response).split(wanted)
            return any(a[-1:] != "0" and b[:1] != "0" for a, b in zip(parts, parts[1:]))`,
      py`
        wanted = "{{form}}"
        text = " " + response + " "
        for start in range(1, len(text) - len(wanted)):
            piece = text[start:start + len(wanted)]
            fits = all(a.isdigit() if b.isalpha() else a == b for a, b in zip(piece, wanted))
            if fits and not text[start - 1].isdigit() and not text[start + len(wanted)].isdigit():
                return True
        return False`,
    ],
    wrong: {
      'Write the letters {{form}}.': py`return "{{form}}" in response`,
      'Write a number of two digits or more somewhere, though {{form}} is not needed.': py`
        import re
        form = "{{form}}"
        return form != "" and re.search(r"\d\d", response) is not None`,
    },
  },
} satisfies Record<string, Functions>
