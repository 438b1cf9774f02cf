import type { Functions } from '../../family.ts'
import { py } from '../../source.ts'

/** By family. */
export const length = {
  'words-at-least': {
    right: [
      py`return len(response.split()) >= {{count}}`,
      py`
        import re

        def evaluate(response: str) -> bool:
            words = re.findall(r"\S+", response)
            return len(words) >= {{count}}`,
      py`
        words = 0
        inside = False
        for character in response:
            if character.isspace():
                inside = False
            elif not inside:
                inside = True
                words += 1
        return words >= {{count}}`,
    ],
    wrong: {
      'Answer in more than {{count}} words.': py`return len(response.split()) > {{count}}`,
      'Answer in at least {{count}} characters.': py`return len(response) >= {{count}}`,
      'Answer in at most {{count}} words.': py`
        words = response.split()
        return len(words) <= {{count}}`,
    },
  },
  'words-at-most': {
    right: [
      py`return len(response.split()) <= {{count}}`,
      py`
        import re

        def evaluate(response):
            return sum(1 for _ in re.finditer(r"\S+", response)) <= {{count}}`,
      py`
        def count_words(text: str) -> int:
            """Count the runs of characters between white space."""
            return len([part for part in text.replace("\n", " ").split(" ") if part.strip()])

        def evaluate(response: str) -> bool:
            return not count_words(response) > {{count}}`,
    ],
    wrong: {
      'Answer in fewer than {{count}} words.': py`return len(response.split()) < {{count}}`,
      'Answer in at most {{count}} characters.': py`
        text = response
        return len(text) <= {{count}}`,
    },
  },
  'words-exactly': {
    right: [
      py`return len(response.split()) == {{count}}`,
      py`
        import re

        WANTED = {{count}}

        def evaluate(response: str) -> bool:
            return len(re.findall(r"\S+", response)) == WANTED`,
      py`
        left = {{count}}
        for _ in response.split():
            left -= 1
        return left == 0`,
    ],
    wrong: {
      'Answer in at least {{count}} words.': py`
        words = response.strip().split()
        return len(words) >= {{count}}`,
      'Answer in exactly {{countMore}} words.': py`return len(response.split()) - 1 == {{count}}`,
    },
  },
} satisfies Record<string, Functions>
