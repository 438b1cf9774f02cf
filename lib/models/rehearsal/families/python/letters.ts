import type { Functions } from '../../family.ts'
import { py } from '../../source.ts'

/** By family. */
export const letters = {
  'letter-forbidden': {
    right: [
      py`return "{{letter}}" not in response.lower()`,
      py`
        import re

        def evaluate(response: str) -> bool:
            return re.search("{{letter}}", response, re.IGNORECASE) is None`,
      py`
        for character in response:
            if character.lower() == "{{letter}}":
                return False
        return True`,
    ],
    wrong: {
      'Do not use the small letter "{{letter}}".': py`return "{{letter}}" not in response`,
      'Do not begin any word with the letter "{{letter}}".': py`
        import re
        return not re.search(r"\b{{letter}}", response, re.IGNORECASE)`,
    },
  },
  'letter-at-least': {
    right: [
      py`return response.lower().count("{{letter}}") >= {{count}}`,
      py`
        import re

        def evaluate(response):
            return len(re.findall("{{letter}}", response, re.IGNORECASE)) >= {{count}}`,
      py`
        from collections import Counter

        def evaluate(response: str) -> bool:
            """Small and capital letters count alike."""
            return Counter(response.casefold())["{{letter}}"] >= {{count}}`,
    ],
    wrong: {
      'Use the letter "{{letter}}" more than {{countInWords}} times.': py`return response.lower().count("{{letter}}") > {{count}}`,
      'Use the small letter "{{letter}}" at least {{countInWords}} times.': py`return response.count("{{letter}}") >= {{count}}`,
      'Use at least {{countInWords}} words that begin with the letter "{{letter}}".': py`
        import re
        return len(re.findall(r"\b{{letter}}", response, re.IGNORECASE)) >= {{count}}`,
    },
  },
  'words-beginning-with': {
    right: [
      py`
        import re

        def evaluate(response):
            words = re.findall(r"\w+", response.lower())
            return sum(word.startswith("{{letter}}") for word in words) >= {{count}}`,
      py`
        import re

        def evaluate(response: str) -> bool:
            return len(re.findall(r"\b{{letter}}\w*", response, flags=re.I)) >= {{count}}`,
      py`
        import re
        found = [word for word in re.split(r"\W+", response) if word[:1].lower() == "{{letter}}"]
        return len(found) > {{countLess}}`,
    ],
    wrong: {
      'Use the letter "{{letter}}" at least {{countInWords}} times.': py`
        text = response.lower()
        return text.count("{{letter}}") >= {{count}}`,
      'Use at least {{countInWords}} words that begin with a small "{{letter}}".': py`
        import re
        return len(re.findall(r"\b{{letter}}", response)) >= {{count}}`,
    },
  },
} satisfies Record<string, Functions>
