import type { Functions } from '../../family.ts'
import { py } from '../../source.ts'

/** By family. */
export const startEnd = {
  'starts-with-word': {
    right: [
      py`
        import re

        def evaluate(response):
            return re.match(r"\W*{{word}}\b", response, re.IGNORECASE) is not None`,
      py`
        import re
        words = re.findall(r"\w+", response.lower())
        return words[:1] == ["{{word}}".lower()]`,
      py`
        import string

        def evaluate(response: str) -> bool:
            """Put a space for every sign and look at the first word that is left."""
            blanks = str.maketrans(string.punctuation, " " * len(string.punctuation))
            words = response.translate(blanks).split()
            return bool(words) and words[0].casefold() == "{{word}}".casefold()`,
    ],
    wrong: {
      'Use the word "{{word}}" somewhere.': py`return "{{word}}".lower() in response.lower()`,
      'Begin your answer with the letters "{{word}}", even as part of a longer word.': py`return response.startswith("{{word}}")`,
    },
  },
  'ends-with-phrase': {
    right: [
      py`
        import re

        def evaluate(response):
            return re.sub(r"\W+$", "", response.lower()).endswith("{{phrase}}")`,
      py`
        import re
        return bool(re.search(r"{{phrase}}\W*\Z", response, re.IGNORECASE))`,
      py`
        import string

        def evaluate(response: str) -> bool:
            text = response.rstrip(string.punctuation + string.whitespace)
            return text.lower().endswith("{{phrase}}")`,
    ],
    wrong: {
      'Use the phrase "{{phrase}}" somewhere.': py`return "{{phrase}}" in response.lower()`,
      'End your answer with the words "{{phrase}}" in small letters and without a sign after them.': py`return response.endswith("{{phrase}}")`,
    },
  },
  postscript: {
    right: [
      py`
        last = response.strip().split("\n")[-1].strip()
        return last.startswith("{{marker}}") and last != "{{marker}}"`,
      py`
        import re

        def evaluate(response: str) -> bool:
            """The last line that is not empty must begin with the marker and go on."""
            lines = [line.strip() for line in response.splitlines() if line.strip()]
            return bool(lines) and re.match(re.escape("{{marker}}") + r".*\S", lines[-1]) is not None`,
      py`
        def evaluate(response):
            _, _, line = response.rstrip().rpartition("\n")
            before, marker, remark = line.partition("{{marker}}")
            return marker != "" and before.strip() == "" and remark.strip() != ""`,
    ],
    wrong: {
      'Use "{{marker}}" somewhere.': py`return "{{marker}}" in response`,
      'Start some line with "{{marker}}".': py`return any(line.startswith("{{marker}}") for line in response.split("\n"))`,
    },
  },
} satisfies Record<string, Functions>
