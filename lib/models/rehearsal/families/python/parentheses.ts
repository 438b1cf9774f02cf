import type { Functions } from '../../family.ts'
import { py } from '../../source.ts'

/** By family. */
export const parentheses = {
  'parentheses-at-least': {
    right: [
      py`
        import re
        return len(re.findall(r"\([^()]+\)", response)) >= {{count}}`,
      py`
        import re

        REMARK = re.compile(r"\([^()]+\)")

        def evaluate(response: str) -> bool:
            found = sum(1 for _ in REMARK.finditer(response))
            return not found < {{count}}`,
      py`
        def evaluate(response):
            found = 0
            for piece in response.split("(")[1:]:
                inner, closed, _ = piece.partition(")")
                if closed and inner:
                    found += 1
            return found >= {{count}}`,
    ],
    wrong: {
      'Put more than {{countInWords}} remarks in round brackets.': py`
        import re
        return len(re.findall(r"\([^()]+\)", response)) > {{count}}`,
      'Use at least {{countInWords}} opening round brackets.': py`return response.count("(") >= {{count}}`,
    },
  },
} satisfies Record<string, Functions>
