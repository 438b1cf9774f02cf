import type { Functions } from '../../family.ts'
import { py } from '../../source.ts'

/** By family. */
export const emphasis = {
  'highlights-at-least': {
    right: [
      py`
        import re

        def evaluate(response):
            return len(re.findall(r"\*[^*\n]+\*", response)) >= {{count}}`,
      py`
        import re
        highlighted = [found.group() for found in re.finditer(r"\*[^*\n]+\*", response)]
        return len(highlighted) > {{countLess}}`,
      py`
        def highlights(line: str) -> int:
            """Pair the asterisks of one line from the left."""
            found = 0
            start = line.find("*")
            while start != -1:
                end = line.find("*", start + 1)
                if end == -1:
                    break
                if end == start + 1:
                    start = end
                else:
                    found += 1
                    start = line.find("*", end + 1)
            return found

        def evaluate(response: str) -> bool:
            return sum(highlights(line) for line in response.split("\n")) >= {{count}}`,
    ],
    wrong: {
      'Use at least {{countInWords}} asterisks.': py`return response.count("*") >= {{count}}`,
      'Highlight more than {{countInWords}} parts of your answer with asterisks.': py`
        import re
        return len(re.findall(r"\*[^*\n]+\*", response)) > {{count}}`,
    },
  },
  'capital-words-at-least': {
    right: [
      py`
        import re

        def evaluate(response):
            return len(re.findall(r"\b[A-Z]{2,}\b", response)) >= {{count}}`,
      py`
        import re
        words = re.split(r"\W+", response)
        return sum(1 for word in words if len(word) > 1 and word.isalpha() and word.isupper()) >= {{count}}`,
      py`
        import re
        import string

        def evaluate(response: str) -> bool:
            found = 0
            for word in re.findall(r"\w+", response):
                if len(word) >= 2 and set(word) <= set(string.ascii_uppercase):
                    found += 1
            return found > {{countLess}}`,
    ],
    wrong: {
      'Write at least {{countInWords}} words that begin with a capital letter.': py`
        import re
        return len(re.findall(r"\b[A-Z]", response)) >= {{count}}`,
      'Write more than {{countInWords}} words entirely in capital letters.': py`
        import re
        return len(re.findall(r"\b[A-Z]{2,}\b", response)) > {{count}}`,
    },
  },
} satisfies Record<string, Functions>
