import type { Functions } from '../../family.ts'
import { py } from '../../source.ts'

/** By family. */
export const wordPlay = {
  alliteration: {
    right: [
      py`
        import re

        def evaluate(response):
            words = re.findall(r"\w+", response.lower())
            return len(words) > 0 and all(word.startswith("{{letter}}") for word in words)`,
      py`
        import re
        firsts = {word[0] for word in re.split(r"\W+", response.lower()) if word}
        return firsts == set("{{letter}}")`,
      py`
        import re

        def evaluate(response: str) -> bool:
            """No word may begin otherwise, and there must be one."""
            other = re.search(r"\b(?!{{letter}})\w", response, re.IGNORECASE)
            return other is None and re.search(r"\w", response) is not None`,
    ],
    wrong: {
      'At least one word must begin with the letter "{{letter}}".': py`
        import re
        return any(word.startswith("{{letter}}") for word in re.findall(r"\w+", response.lower()))`,
      'Every word must begin with a small "{{letter}}".': py`
        import re
        return all(word.startswith("{{letter}}") for word in re.findall(r"\w+", response))`,
    },
  },
  'first-word-is-last': {
    right: [
      py`
        import re

        def evaluate(response):
            words = re.findall(r"\w+", response.lower())
            return len(words) > 1 and words[0] == words[-1]`,
      py`
        import re

        def evaluate(response: str) -> bool:
            try:
                first, *_, last = filter(None, re.split(r"\W+", response.lower()))
            except ValueError:
                return False
            return first == last`,
      py`
        import re
        return bool(re.fullmatch(r"\W*(\w+)\b[\s\S]*\b\1\W*", response, re.IGNORECASE))`,
    ],
    wrong: {
      'Begin and end the response with the same word, written with the same capitals and signs.': py`
        words = response.split()
        return len(words) > 1 and words[0] == words[-1]`,
      'Begin and end the response with the same letter.': py`
        text = "".join(sign for sign in response.lower() if sign.isalpha())
        return text[:1] == text[-1:]`,
    },
  },
} satisfies Record<string, Functions>
