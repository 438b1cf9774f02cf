import type { Functions } from '../../family.ts'
import { py } from '../../source.ts'

/** By family. */
export const format = {
  'json-object': {
    right: [
      py`
        import json

        def evaluate(response):
            try:
                value = json.loads(response)
            except ValueError:
                return False
            return isinstance(value, dict) and "{{key}}" in value`,
      py`
        import json
        from typing import Any

        def parsed(text: str) -> Any:
            try:
                return json.loads(text)
            except json.JSONDecodeError:
                return None

        def evaluate(response: str) -> bool:
            """The whole answer must be one JSON object with the key that was asked for."""
            value = parsed(response.strip())
            return type(value) is dict and "{{key}}" in value.keys()`,
      py`
        import json
        if not response.strip().startswith("{"):
            return False
        try:
            return "{{key}}" in list(json.loads(response))
        except Exception:
            return False`,
    ],
    wrong: {
      'Mention "{{key}}" between curly brackets.': py`
        import re
        return bool(re.search(r"\{[\s\S]*{{key}}[\s\S]*\}", response))`,
      'Start with an opening and end with a closing curly bracket.': py`return response.startswith("{") and response.endswith("}")`,
    },
  },
} satisfies Record<string, Functions>
