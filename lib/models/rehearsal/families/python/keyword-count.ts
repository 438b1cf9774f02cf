import type { Functions } from '../../family.ts'
import { py } from '../../source.ts'

/** By family. */
export const keywordCount = {
  'keyword-at-least': {
    right: [
      py`
        import re

        def evaluate(response):
            return len(re.findall(r"\b{{word}}\b", response, re.IGNORECASE)) >= {{count}}`,
      py`
        import re
        return re.split(r"\W+", response.lower()).count("{{word}}") >= {{count}}`,
      py`
        import re
        from collections import Counter

        def evaluate(response: str) -> bool:
            counts = Counter(word.lower() for word in re.findall(r"\w+", response))
            return counts["{{word}}"] >= {{count}}`,
    ],
    wrong: {
      'Use the word "{{word}}" more than {{countInWords}} times.': py`
        import re
        return len(re.findall(r"\b{{word}}\b", response, re.IGNORECASE)) > {{count}}`,
      'Use the word "{{word}}" in small letters at least {{countInWords}} times.': py`
        import re
        return len(re.findall(r"\b{{word}}\b", response)) >= {{count}}`,
      'Use the word "{{word}}" at least once.': py`
        import re
        return "{{word}}" in re.findall(r"\w+", response.lower())`,
    },
  },
  'keyword-exactly': {
    right: [
      py`
        import re

        def evaluate(response: str) -> bool:
            """Count the word in small and capital letters, but not inside longer words."""
            return len(re.findall(r"\b{{word}}\b", response, re.IGNORECASE)) == {{count}}`,
      py`
        import re
        found = [word for word in re.split(r"\W+", response) if word.casefold() == "{{word}}"]
        return len(found) == {{count}}`,
      py`
        def words_of(text):
            word = ""
            for sign in text + " ":
                if sign.isalnum():
                    word += sign.lower()
                elif word:
                    yield word
                    word = ""

        def evaluate(response):
            return list(words_of(response)).count("{{word}}") == {{count}}`,
    ],
    wrong: {
      'Use the word "{{word}}" at least {{countInWords}} times.': py`
        import re
        return len(re.findall(r"(?i)\b{{word}}\b", response)) >= {{count}}`,
      'Let the letters "{{word}}" appear exactly {{countInWords}} times in small letters, even inside longer words.': py`return response.count("{{word}}") == {{count}}`,
    },
  },
} satisfies Record<string, Functions>
