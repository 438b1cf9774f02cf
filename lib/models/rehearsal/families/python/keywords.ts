import type { Functions } from '../../family.ts'
import { py } from '../../source.ts'

/** By family. */
export const keywords = {
  'keyword-included': {
    right: [
      py`
        import re

        def evaluate(response):
            return bool(re.search(r"\b{{word}}\b", response, re.IGNORECASE))`,
      py`
        import re
        return "{{word}}" in re.split(r"\W+", response.lower())`,
      py`
        import string

        def evaluate(response: str) -> bool:
            """Put a space for every sign and look for the word among the words."""
            blanks = str.maketrans(string.punctuation, " " * len(string.punctuation))
            return "{{word}}" in response.translate(blanks).lower().split()`,
    ],
    wrong: {
      'Include the letters "{{word}}" in small letters, even inside a longer word.': py`return "{{word}}" in response`,
      'Begin your answer with the word "{{word}}".': py`return response.strip().lower().startswith("{{word}}")`,
      'Do not use the word "{{word}}" in your answer.': py`
        import re
        return not re.search(r"\b{{word}}\b", response, re.IGNORECASE)`,
    },
  },
  'keyword-excluded': {
    right: [
      py`
        import re

        def evaluate(response: str) -> bool:
            return re.search(r"\b{{word}}\b", response, flags=re.I) is None`,
      py`
        import re

        def evaluate(response):
            words = set(re.findall(r"\w+", response.lower()))
            return "{{word}}" not in words`,
      py`
        text = "".join(sign.lower() if sign.isalnum() else " " for sign in response)
        for word in text.split():
            if word == "{{word}}":
                return False
        return True`,
    ],
    wrong: {
      'Do not use the word "{{word}}" in small letters.': py`
        import re
        return "{{word}}" not in re.findall(r"\w+", response)`,
      'Do not use the letters "{{word}}", not even inside a longer word.': py`return "{{word}}" not in response.lower()`,
    },
  },
} satisfies Record<string, Functions>
