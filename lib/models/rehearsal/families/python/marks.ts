import type { Functions } from '../../family.ts'
import { py } from '../../source.ts'

/** By family. */
export const marks = {
  'question-marks-exactly': {
    right: [
      py`return response.count("?") == {{count}}`,
      py`
        import re

        def evaluate(response: str) -> bool:
            return len(re.findall(r"\?", response)) == {{count}}`,
      py`
        found = 0
        at = response.find("?")
        while at != -1:
            found += 1
            at = response.find("?", at + 1)
        return found == {{count}}`,
    ],
    wrong: {
      'Use at least {{countInWords}} question marks.': py`return response.count("?") >= {{count}}`,
      'Use exactly {{countLess}} question marks.': py`return len(response.split("?")) == {{count}}`,
    },
  },
  'exclamation-marks-at-most': {
    right: [
      py`return response.count("!") <= {{count}}`,
      py`
        def evaluate(response: str) -> bool:
            """True for up to {{count}} exclamation marks, none included."""
            return len(response.split("!")) - 1 <= {{count}}`,
      py`
        left = {{count}}
        for sign in response:
            if sign == "!":
                left -= 1
        return left >= 0`,
    ],
    wrong: {
      'Use fewer than {{countInWords}} exclamation marks.': py`return response.count("!") < {{count}}`,
      'Use at least one but at most {{countInWords}} exclamation marks.': py`return 0 < response.count("!") <= {{count}}`,
      'Use exactly {{countInWords}} exclamation marks.': py`return response.count("!") == {{count}}`,
    },
  },
  'sign-once': {
    right: [
      py`
        sign = "{{sign}}"[-2]
        return response.count(sign) == 1`,
      py`
        def evaluate(response: str) -> bool:
            sign = "{{sign}}".rstrip(")")[-1]
            return sign in response and response.find(sign) == response.rfind(sign)`,
      py`
        import re

        def evaluate(response):
            sign = re.search(r"\((.)\)$", "{{sign}}").group(1)
            return len([character for character in response if character == sign]) == 1`,
    ],
    wrong: {
      'Use at least one {{sign}}.': py`return "{{sign}}"[-2] in response`,
      'Use at most one {{sign}}.': py`return response.count("{{sign}}"[-2]) <= 1`,
    },
  },
} satisfies Record<string, Functions>
