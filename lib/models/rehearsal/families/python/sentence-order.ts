import type { Functions } from '../../family.ts'
import { py } from '../../source.ts'

/** By family. */
export const sentenceOrder = {
  'sentences-ascending': {
    right: [
      py`
        import re

        def evaluate(response):
            parts = [part.strip() for part in re.split(r"(?<=[.!?])(?=\s|$)", response)]
            sizes = [len(part.split()) for part in parts if part and part[-1] in ".!?"]
            return len(sizes) >= 2 and all(a < b for a, b in zip(sizes, sizes[1:]))`,
      py`
        last = size = found = 0
        for word in response.split():
            size += 1
            if word[-1] not in ".!?":
                continue
            if size <= last:
                return False
            last, size = size, 0
            found += 1
        return found > 1`,
      py`
        import re

        def evaluate(response: str) -> bool:
            """The word counts must equal themselves when sorted and freed of repetitions."""
            found = re.findall(r"\S[\s\S]*?[.!?](?=\s|$)", response)
            sizes = [len(sentence.split()) for sentence in found]
            return len(sizes) > 1 and sizes == sorted(set(sizes))`,
    ],
    wrong: {
      'No sentence may have fewer words than the sentence before it.': py`
        import re
        sizes = [len(part.split()) for part in re.split(r"(?<=[.!?])\s+", response)]
        return all(a <= b for a, b in zip(sizes, sizes[1:]))`,
      'Each sentence must have more characters than the sentence before it.': py`
        import re
        sizes = [len(part) for part in re.split(r"(?<=[.!?])\s+", response)]
        return all(a < b for a, b in zip(sizes, sizes[1:]))`,
    },
  },
  'unique-first-letters': {
    right: [
      py`
        import re

        def evaluate(response):
            parts = [part.strip() for part in re.split(r"(?<=[.!?])(?=\s|$)", response)]
            firsts = [part[0].lower() for part in parts if part and part[-1] in ".!?"]
            return len(set(firsts)) == len(firsts)`,
      py`
        seen = set()
        first = ""
        for word in response.lower().split():
            first = first or word[0]
            if word.endswith((".", "!", "?")):
                if first in seen:
                    return False
                seen.add(first)
                first = ""
        return True`,
      py`
        import re
        from collections import Counter

        def evaluate(response):
            firsts = re.findall(r"(\S)[\s\S]*?[.!?](?=\s|$)", response.lower())
            return max(Counter(firsts).values(), default=0) <= 1`,
    ],
    wrong: {
      'No two neighbouring sentences may begin with the same letter.': py`
        import re
        firsts = [part[:1] for part in re.split(r"(?<=[.!?])\s+", response)]
        return all(a != b for a, b in zip(firsts, firsts[1:]))`,
      'No two words may begin with the same letter.': py`
        firsts = [word[0] for word in response.lower().split()]
        return len(set(firsts)) == len(firsts)`,
    },
  },
} satisfies Record<string, Functions>
