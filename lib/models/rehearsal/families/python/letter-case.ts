import type { Functions } from '../../family.ts'
import { py } from '../../source.ts'

/** By family. */
export const letterCase = {
  'all-lowercase': {
    right: [
      py`return response.islower()`,
      py`
        import re

        def evaluate(response: str) -> bool:
            return bool(re.search(r"[a-z]", response)) and not re.search(r"[A-Z]", response)`,
      py`
        def evaluate(response):
            letters = [character for character in response if character.isalpha()]
            return len(letters) > 0 and all(letter == letter.lower() for letter in letters)`,
    ],
    wrong: {
      'Begin the answer with a lowercase letter.': py`return response.strip()[:1].islower()`,
      'Use at least one lowercase letter.': py`return any(character.islower() for character in response)`,
    },
  },
  'all-uppercase': {
    right: [
      py`return response.isupper()`,
      py`
        import re

        def evaluate(response):
            if re.search(r"[a-z]", response):
                return False
            return re.search(r"[A-Z]", response) is not None`,
      py`
        import string

        def evaluate(response: str) -> bool:
            """There are capitals, and there is nothing but capitals."""
            used = set(response) & set(string.ascii_letters)
            return bool(used) and used.issubset(string.ascii_uppercase)`,
    ],
    wrong: {
      'Use at least one capital letter.': py`return any(character.isupper() for character in response)`,
      'Begin the answer with a capital letter.': py`return response[:1].isupper()`,
    },
  },
  'title-case': {
    right: [
      py`
        import re

        def evaluate(response):
            return not any(re.match(r"[^A-Za-z]*[a-z]", word) for word in response.split())`,
      py`
        import re
        return re.search(r"(?:^|\s)[^A-Za-z\s]*[a-z]", response) is None`,
      py`
        def first_letter(word: str) -> str:
            return next((sign for sign in word if sign.isalpha()), "")

        def evaluate(response: str) -> bool:
            return all(not first_letter(word).islower() for word in response.split())`,
    ],
    wrong: {
      'Start every sentence with a capital letter.': py`
        import re
        return all(part[:1].isupper() for part in re.split(r"(?<=[.!?])\s+", response))`,
      'Start at least one word with a capital letter.': py`return any(word[0].isupper() for word in response.split())`,
    },
  },
} satisfies Record<string, Functions>
