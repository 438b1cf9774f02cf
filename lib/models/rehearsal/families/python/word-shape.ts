import type { Functions } from '../../family.ts'
import { py } from '../../source.ts'

/** By family. */
export const wordShape = {
  'palindrome-included': {
    right: [
      py`
        import re

        def evaluate(response):
            words = re.findall(r"[a-z]+", response.lower())
            return any(len(word) >= 3 and word == word[::-1] for word in words)`,
      py`
        def is_palindrome(word: str) -> bool:
            """Compare the letters from both ends."""
            left, right = 0, len(word) - 1
            while left < right:
                if word[left] != word[right]:
                    return False
                left, right = left + 1, right - 1
            return len(word) > 2

        def evaluate(response: str) -> bool:
            text = "".join(sign if sign.isalpha() else " " for sign in response.lower())
            return any(is_palindrome(word) for word in text.split())`,
      py`
        import re
        for word in re.split(r"[^A-Za-z]+", response):
            turned = "".join(reversed(word))
            if len(word) > 2 and turned.lower() == word.lower():
                return True
        return False`,
    ],
    wrong: {
      'The whole answer must read the same backwards.': py`
        text = [sign for sign in response.lower() if sign.isalpha()]
        return text == text[::-1]`,
      'Include a palindrome in small letters that is separated by spaces on both sides.': py`
        words = response.split(" ")[1:-1]
        return any(word.isalpha() and word.islower() and len(word) > 2 and word == word[::-1] for word in words)`,
    },
  },
  'short-words': {
    right: [
      py`
        import re

        def evaluate(response):
            return not re.search(r"[A-Za-z]{{{countMore}},}", response)`,
      py`
        import re
        return max(len(word) for word in re.split(r"[^A-Za-z]+", response)) <= {{count}}`,
      py`
        def evaluate(response: str) -> bool:
            run = 0
            for character in response:
                run = run + 1 if character.isalpha() else 0
                if run > {{count}}:
                    return False
            return True`,
    ],
    wrong: {
      'Use only words of fewer than {{count}} letters.': py`
        import re
        return all(len(word) < {{count}} for word in re.split(r"[^A-Za-z]+", response))`,
      'Use at least one word of {{count}} letters or fewer.': py`
        import re
        return any(len(word) <= {{count}} for word in re.split(r"[^A-Za-z]+", response))`,
    },
  },
} satisfies Record<string, Functions>
