import type { Functions } from '../../family.ts'
import { py } from '../../source.ts'

/** By family. */
export const signs = {
  'no-commas': {
    right: [
      py`return "," not in response`,
      py`
        def evaluate(response: str) -> bool:
            """There must be no comma at all."""
            return response.count(",") == 0`,
      py`return all(sign != "," for sign in response)`,
    ],
    wrong: {
      'Do not end the answer with a comma.': py`return not response.strip().endswith(",")`,
      'Use neither commas nor full stops.': py`
        import re
        return re.search(r"[,.]", response) is None`,
      'Use at most one comma.': py`return response.count(",") <= 1`,
    },
  },
  'semicolons-at-least': {
    right: [
      py`return response.count(";") >= {{count}}`,
      py`return len(response.split(";")) > {{count}}`,
      py`
        from collections import Counter

        def evaluate(response: str) -> bool:
            return Counter(response)[";"] >= {{count}}`,
    ],
    wrong: {
      'Use more than {{countInWords}} semicolons.': py`return response.count(";") > {{count}}`,
      'Use at least {{countInWords}} colons or semicolons.': py`return response.count(":") + response.count(";") >= {{count}}`,
    },
  },
  'hashtags-exactly': {
    right: [
      py`
        import re

        def evaluate(response):
            return len(re.findall(r"(?<!\S)#\w+", response)) == {{count}}`,
      py`
        import re
        return sum(bool(re.match(r"#\w", word)) for word in response.split()) == {{count}}`,
      py`
        def is_hashtag(word: str) -> bool:
            return word.startswith("#") and (word[1:2].isalnum() or word[1:2] == "_")

        def evaluate(response: str) -> bool:
            return len([word for word in response.split() if is_hashtag(word)]) == {{count}}`,
    ],
    wrong: {
      'Include at least {{countInWords}} hashtags.': py`
        import re
        return len(re.findall(r"(?<!\S)#\w+", response)) >= {{count}}`,
      'Use the sign "#" exactly {{countInWords}} times.': py`return response.count("#") == {{count}}`,
      'End with a hashtag.': py`
        import re
        return re.search(r"#\w+\Z", response.strip()) is not None`,
    },
  },
} satisfies Record<string, Functions>
