"""
Prints the GraphQL documents that the installed client may send, as a JSON list of texts: those in its Python sources,
and those in its core program. What is put into a document while the client runs is left out of it.
"""

import ast
import importlib.util
import json
import pathlib
import re

OPERATION = re.compile(r"\s*(#[^\n]*\n\s*)*(query|mutation|fragment)\b[^{}]*\{")
IN_BINARY = re.compile(rb"\n(?:query|mutation) \w+ ?[({]")
MAX_BYTES = 60_000


def documents_of_source(text):
    if re.search(r"\b(query|mutation|fragment) \w+", text) is None:
        return
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.JoinedStr):
            parts = [part.value if isinstance(part, ast.Constant) else "" for part in node.values]
            yield "".join(parts)
        elif isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value.replace("%s", "")
            # A template of str.format.
            if "{{" in node.value:
                filled = re.sub(r"(?<!\{)\{\w*\}(?!\})", "", node.value)
                yield filled.replace("{{", "{").replace("}}", "}")


def end_of_block(data, start):
    """The end of the braces that open next; None where what follows is no document."""
    depth = 0
    for position in range(start, min(start + MAX_BYTES, len(data))):
        byte = data[position]
        if byte > 127 or (byte < 32 and byte not in b"\t\n\r"):
            return None
        if byte == ord("{"):
            depth += 1
        elif byte == ord("}"):
            depth -= 1
            if depth == 0:
                return position + 1
    return None


def documents_of_program(data):
    for match in IN_BINARY.finditer(data):
        end = end_of_block(data, match.start())
        while end is not None and data.startswith(b"\nfragment ", end):
            end = end_of_block(data, end)
        if end is not None:
            yield data[match.start() : end].decode()


[folder] = importlib.util.find_spec("wandb").submodule_search_locations
root = pathlib.Path(folder)
sources = [path.read_text() for path in root.rglob("*.py") if "vendor" not in path.parts]
texts = {text for source in sources for text in documents_of_source(source) if OPERATION.match(text)}
texts.update(documents_of_program((root / "bin" / "wandb-core").read_bytes()))
print(f"RESULT {json.dumps(sorted(texts))}")
