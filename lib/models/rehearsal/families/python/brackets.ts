import type { Functions } from '../../family.ts'
import { py } from '../../source.ts'

/** By family. */
export const brackets = {
  'title-in-brackets': {
    right: [
      py`
        import re

        def evaluate(response):
            line = response.split("\n")[0].strip()
            return bool(re.fullmatch(r"\[[^\[\]]+\]", line))`,
      py`
        def evaluate(response: str) -> bool:
            """Look at the first line only: a bracket, a title without brackets, a bracket."""
            line = response.partition("\n")[0].strip()
            inner = line[1:-1]
            if not (line.startswith("[") and line.endswith("]")):
                return False
            return len(inner) > 0 and "[" not in inner and "]" not in inner`,
      py`
        import re
        return re.match(r"[^\S\n]*\[[^\[\]\n]+\][^\S\n]*(?:\n|\Z)", response) is not None`,
    ],
    wrong: {
      'Use square brackets somewhere.': py`
        import re
        return bool(re.search(r"\[[^\]]+\]", response))`,
      'Begin with an opening square bracket.': py`return response.startswith("[")`,
    },
  },
  'placeholders-at-least': {
    right: [
      py`
        import re

        def evaluate(response: str) -> bool:
            return len(re.findall(r"\[[^\[\]]+\]", response)) >= {{count}}`,
      py`
        found = 0
        start = None
        for i, sign in enumerate(response):
            if sign == "[":
                start = i
            elif sign == "]":
                if start is not None and i - start > 1:
                    found += 1
                start = None
        return found >= {{count}}`,
      py`
        import re

        def evaluate(response):
            _, replaced = re.subn(r"\[[^\[\]]+\]", "_", response)
            return replaced >= {{count}}`,
    ],
    wrong: {
      'Include more than {{countInWords}} placeholders in square brackets.': py`
        import re
        return len(re.findall(r"\[[^\[\]]+\]", response)) > {{count}}`,
      'Include at least {{countInWords}} placeholders in curly brackets.': py`
        import re
        return len(re.findall(r"\{[^{}]+\}", response)) >= {{count}}`,
    },
  },
} satisfies Record<string, Functions>
