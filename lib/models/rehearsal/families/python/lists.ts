import type { Functions } from '../../family.ts'
import { py } from '../../source.ts'

/** By family. */
export const lists = {
  'bullets-exactly': {
    right: [
      py`
        bullets = [line for line in response.split("\n") if line.startswith("- ")]
        return len(bullets) == {{count}}`,
      py`
        import re

        def evaluate(response: str) -> bool:
            return len(re.findall(r"^- ", response, re.MULTILINE)) == {{count}}`,
      py`return ("\n" + response).count("\n- ") == {{count}}`,
    ],
    wrong: {
      'Give at least {{countInWords}} bullet points.': py`
        bullets = [line for line in response.split("\n") if line.startswith("- ")]
        return len(bullets) >= {{count}}`,
      'Give exactly {{countInWords}} bullet points, each starting with a star.': py`
        bullets = [line for line in response.split("\n") if line.startswith("* ")]
        return len(bullets) == {{count}}`,
      'Answer on exactly {{countInWords}} lines.': py`
        lines = response.split("\n")
        return len(lines) == {{count}}`,
    },
  },
  'numbered-list': {
    right: [
      py`
        import re

        def evaluate(response):
            numbers = re.findall(r"^(\d+)\. ", response, re.MULTILINE)
            return [int(number) for number in numbers] == list(range(1, {{count}} + 1))`,
      py`
        import re

        def evaluate(response: str) -> bool:
            """Every numbered line must carry the number that is due."""
            due = 1
            for line in response.split("\n"):
                found = re.match(r"(\d+)\. ", line)
                if found is None:
                    continue
                if int(found.group(1)) != due:
                    return False
                due += 1
            return due == {{countMore}}`,
      py`
        def leading_number(line):
            head, stop, _ = line.partition(". ")
            return int(head) if stop and head.isdigit() else None

        def evaluate(response):
            numbers = [leading_number(line) for line in response.splitlines()]
            numbers = [number for number in numbers if number is not None]
            return len(numbers) == {{count}} and all(number == i for i, number in enumerate(numbers, 1))`,
    ],
    wrong: {
      'Give a list in which at least {{countInWords}} lines are numbered.': py`
        import re
        return len(re.findall(r"(?m)^\d+\. ", response)) >= {{count}}`,
      'Give a list numbered with a bracket after each number, up to {{count}}).': py`
        import re
        return len(re.findall(r"(?m)^\d+\) ", response)) == {{count}}`,
    },
  },
} satisfies Record<string, Functions>
