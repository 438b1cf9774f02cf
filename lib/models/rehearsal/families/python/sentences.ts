import type { Functions } from '../../family.ts'
import { py } from '../../source.ts'

/** By family. */
export const sentences = {
  'sentences-exactly': {
    right: [
      py`
        import re

        def evaluate(response):
            return len(re.findall(r"[.!?]+(?=\s|$)", response)) == {{count}}`,
      py`return sum(word[-1] in ".!?" for word in response.split()) == {{count}}`,
      py`
        import re

        def split_sentences(text):
            parts = re.split(r"(?<=[.!?])\s+", text.strip())
            return [part for part in parts if part.endswith((".", "!", "?"))]

        def evaluate(response):
            return len(split_sentences(response)) == {{count}}`,
    ],
    wrong: {
      'Answer in at least {{countInWords}} sentences.': py`
        import re
        return len(re.findall(r"[.!?]+(?=\s|$)", response)) >= {{count}}`,
      'Answer on exactly {{countInWords}} lines.': py`return len(response.split("\n")) == {{count}}`,
      'Answer in exactly {{countLess}} sentences.': py`
        import re
        return len(re.split(r"[.!?]+", response)) == {{count}}`,
    },
  },
  'sentences-at-most': {
    right: [
      py`
        import re
        return len(re.findall(r"[.!?]+(?=\s|$)", response)) <= {{count}}`,
      py`
        def evaluate(response: str) -> bool:
            """No more than {{count}} words may carry the sign that ends a sentence."""
            ends = [word for word in response.split() if word.endswith((".", "!", "?"))]
            return len(ends) <= {{count}}`,
      py`
        left = {{count}}
        for i, sign in enumerate(response):
            last = i + 1 == len(response) or response[i + 1].isspace()
            if sign in ".!?" and last:
                left -= 1
        return left >= 0`,
    ],
    wrong: {
      'Answer in fewer than {{countInWords}} sentences.': py`
        import re
        return len(re.findall(r"[.!?]+(?=\s|$)", response)) < {{count}}`,
      'Answer in at most {{countInWords}} words.': py`return len(response.split()) <= {{count}}`,
    },
  },
  'sentence-length': {
    right: [
      py`
        import re
        return all(len(part.split()) <= {{count}} for part in re.split(r"(?<=[.!?])\s+", response))`,
      py`
        run = 0
        for word in response.split():
            run += 1
            if run > {{count}}:
                return False
            if word[-1] in ".!?":
                run = 0
        return True`,
      py`
        import re
        from typing import List

        def sentence_lengths(text: str) -> List[int]:
            return [len(part.split()) for part in re.split(r"(?<=[.!?])\s+", text)]

        def evaluate(response: str) -> bool:
            return max(sentence_lengths(response)) <= {{count}}`,
    ],
    wrong: {
      'Every sentence must have fewer than {{count}} words.': py`
        import re
        return all(len(part.split()) < {{count}} for part in re.split(r"(?<=[.!?])\s+", response))`,
      'At least one sentence must have at most {{count}} words.': py`
        import re
        return any(len(part.split()) <= {{count}} for part in re.split(r"(?<=[.!?])\s+", response))`,
      'The whole answer must have at most {{count}} words.': py`
        size = len(response.split())
        return size <= {{count}}`,
    },
  },
} satisfies Record<string, Functions>
