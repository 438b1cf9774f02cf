import type { Functions } from '../../family.ts'
import { py } from '../../source.ts'

/** By family. */
export const structure = {
  'paragraphs-exactly': {
    right: [
      py`
        import re

        def evaluate(response):
            blocks = [block for block in re.split(r"\n\s*\n", response) if block.strip()]
            return len(blocks) == {{count}}`,
      py`
        from itertools import groupby

        def evaluate(response: str) -> bool:
            groups = groupby(response.split("\n"), key=lambda line: line.strip() != "")
            return sum(filled for filled, _ in groups) == {{count}}`,
      py`
        import re
        text = response.strip()
        if not text:
            return False
        _, gaps = re.subn(r"\n\s*\n", "\n", text)
        return gaps + 1 == {{count}}`,
    ],
    wrong: {
      'Answer on exactly {{countInWords}} lines.': py`return response.count("\n") + 1 == {{count}}`,
      'Answer in at least {{countInWords}} paragraphs.': py`
        import re
        return len(re.split(r"\n\s*\n", response)) >= {{count}}`,
    },
  },
  'divided-by': {
    right: [
      py`
        parts = [""]
        for line in response.split("\n"):
            if line.strip() == "{{divider}}":
                parts.append("")
            else:
                parts[-1] += line.strip()
        return len(parts) == {{count}} and all(parts)`,
      py`
        def evaluate(response):
            lines = [line.strip() for line in response.splitlines() if line.strip()]
            marks = [i for i, line in enumerate(lines) if line == "{{divider}}"]
            if len(marks) != {{countLess}}:
                return False
            edges = [-1] + marks + [len(lines)]
            return all(b - a > 1 for a, b in zip(edges, edges[1:]))`,
      py`
        import re

        def evaluate(response: str) -> bool:
            """Cut at the lines that hold the divider and nothing else, then look for text in every piece."""
            divider = r"^[^\S\n]*" + re.escape("{{divider}}") + r"[^\S\n]*$"
            pieces = re.split(divider, response, flags=re.MULTILINE)
            return len(pieces) == {{count}} and not any(piece.isspace() or not piece for piece in pieces)`,
    ],
    wrong: {
      'Use the divider {{divider}} exactly {{countInWords}} times.': py`return [line.strip() for line in response.split("\n")].count("{{divider}}") == {{count}}`,
      'Use the divider {{divider}} at least once.': py`return "{{divider}}" in response`,
    },
  },
} satisfies Record<string, Functions>
