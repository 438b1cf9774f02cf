import type { Functions } from '../../family.ts'
import { py } from '../../source.ts'

/** By family. */
export const sentenceEdges = {
  'sentences-end-with': {
    right: [
      py`
        import re

        def evaluate(response):
            ends = re.findall(r"[.!?](?=\s|$)", response)
            return len(ends) > 0 and all(end == "{{mark}}" for end in ends)`,
      py`
        last = {word[-1] for word in response.split() if word[-1] in ".!?"}
        return last == set("{{mark}}")`,
      py`
        def evaluate(response: str) -> bool:
            found = False
            for word in response.split():
                if word.endswith("{{mark}}"):
                    found = True
                elif word.endswith((".", "!", "?")):
                    return False
            return found`,
    ],
    wrong: {
      'End the answer with "{{mark}}".': py`return response.strip().endswith("{{mark}}")`,
      'Use the sign "{{mark}}" somewhere.': py`return "{{mark}}" in response`,
    },
  },
  'sentences-begin-with': {
    right: [
      py`
        import re

        def evaluate(response):
            parts = [part.strip() for part in re.split(r"(?<=[.!?])(?=\s|$)", response)]
            whole = [part for part in parts if part and part[-1] in ".!?"]
            return bool(whole) and all(re.match(r"{{word}}\b", part, re.IGNORECASE) for part in whole)`,
      py`
        import re

        def sentences_of(text):
            return re.findall(r"\S[\s\S]*?[.!?](?=\s|$)", text)

        def evaluate(response):
            found = sentences_of(response.lower())
            if not found:
                return False
            return {re.match(r"\w*", sentence).group() for sentence in found} == {"{{word}}".lower()}`,
      py`
        import string

        def evaluate(response: str) -> bool:
            """Go from word to word and look at the first one of every sentence."""
            found = 0
            first = ""
            for word in response.split():
                first = first or word
                if not word.endswith((".", "!", "?")):
                    continue
                if first.rstrip(string.punctuation).lower() != "{{word}}".lower():
                    return False
                found += 1
                first = ""
            return found > 0`,
    ],
    wrong: {
      'Begin the answer with the word "{{word}}".': py`
        import re
        return re.match(r"{{word}}\b", response.strip(), re.IGNORECASE) is not None`,
      'Begin at least one sentence with the word "{{word}}".': py`
        import re
        return any(part.startswith("{{word}}") for part in re.split(r"(?<=[.!?])\s+", response))`,
    },
  },
} satisfies Record<string, Functions>
