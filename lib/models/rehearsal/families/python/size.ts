import type { Functions } from '../../family.ts'
import { py } from '../../source.ts'

/** By family. */
export const size = {
  'words-between': {
    right: [
      py`return {{low}} <= len(response.split()) <= {{high}}`,
      py`
        import re

        def evaluate(response):
            return bool(re.fullmatch(r"\s*(?:\S+\s+){{{low}},{{high}}}", response.strip() + " "))`,
      py`
        import re

        def evaluate(response: str) -> bool:
            """Count the words and compare with both limits."""
            count = sum(1 for _ in re.finditer(r"\S+", response))
            return count in range({{low}}, {{high}} + 1)`,
    ],
    wrong: {
      'Answer in more than {{low}} and fewer than {{high}} words.': py`
        size = len(response.split())
        return {{low}} < size < {{high}}`,
      'Answer in at least {{low}} words, or any number up to {{high}}.': py`
        size = len(response.split())
        return size >= {{low}} or size <= {{high}}`,
    },
  },
  'characters-at-most': {
    right: [
      py`return len(response) <= {{count}}`,
      py`return response[{{count}}:] == ""`,
      py`
        def evaluate(response: str) -> bool:
            """No more than {{count}} characters, spaces included."""
            for position, _ in enumerate(response, start=1):
                if position > {{count}}:
                    return False
            return True`,
    ],
    wrong: {
      'Answer in at most {{count}} words.': py`return len(response.split()) <= {{count}}`,
      'Use at most {{count}} characters, not counting spaces.': py`return len("".join(response.split())) <= {{count}}`,
    },
  },
  'word-count-parity': {
    right: [
      py`return len(response.split()) % 2 == (0 if "{{parity}}" == "even" else 1)`,
      py`
        import re

        def evaluate(response):
            names = ("even", "odd")
            return names[len(re.findall(r"\S+", response)) % 2] == "{{parity}}"`,
      py`
        def evaluate(response: str) -> bool:
            even = True
            for _ in response.split():
                even = not even
            return even is ("{{parity}}" == "even")`,
    ],
    wrong: {
      'The number of characters in your answer must be {{parity}}.': py`return len(response) % 2 == ["even", "odd"].index("{{parity}}")`,
      'The number of words in your answer must be anything but {{parity}}.': py`return len(response.split()) % 2 != (0 if "{{parity}}" == "even" else 1)`,
    },
  },
} satisfies Record<string, Functions>
