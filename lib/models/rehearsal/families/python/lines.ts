import type { Functions } from '../../family.ts'
import { py } from '../../source.ts'

/** By family. */
export const lines = {
  'lines-exactly': {
    right: [
      py`return sum(1 for line in response.split("\n") if line.strip()) == {{count}}`,
      py`
        import re

        def evaluate(response: str) -> bool:
            return len(re.findall(r"^.*\S.*$", response, re.MULTILINE)) == {{count}}`,
      py`
        filled = list(filter(str.strip, response.splitlines()))
        return len(filled) == {{count}}`,
    ],
    wrong: {
      'Break the line exactly {{countInWords}} times.': py`return response.count("\n") == {{count}}`,
      'Answer in exactly {{countInWords}} sentences.': py`
        import re
        return len(re.findall(r"[.!?](?=\s|$)", response)) == {{count}}`,
    },
  },
  'sections-exactly': {
    right: [
      py`
        import re

        def evaluate(response):
            lines = [line.strip() for line in response.split("\n")]
            heads = [line for line in lines if re.fullmatch(r"{{heading}} \d+", line)]
            return heads == ["{{heading}} " + str(i) for i in range(1, {{count}} + 1)]`,
      py`
        def evaluate(response):
            expected = 1
            for line in response.splitlines():
                word, _, number = line.strip().partition(" ")
                if word == "{{heading}}" and number.isdigit():
                    if number != str(expected):
                        return False
                    expected += 1
            return expected - 1 == {{count}}`,
      py`
        import re

        def evaluate(response: str) -> bool:
            """Read the numbers off the headings and compare them with 1 to {{count}}."""
            numbers = re.findall(r"(?m)^[^\S\n]*{{heading}} (\d+)[^\S\n]*$", response)
            return " ".join(numbers) == " ".join(map(str, range(1, {{count}} + 1)))`,
    ],
    wrong: {
      'Use the word "{{heading}}" exactly {{countInWords}} times.': py`return response.count("{{heading}}") == {{count}}`,
      'Write at least {{count}} headings of the form "{{heading}} 1".': py`
        import re
        return len(re.findall(r"(?m)^{{heading}} \d+$", response)) >= {{count}}`,
    },
  },
} satisfies Record<string, Functions>
