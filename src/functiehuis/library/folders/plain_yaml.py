"""YAML for people: readable block style out; plain values in, without aliases, tags or double keys.

A value is a number only under a key that asks for one, so that ``schaal: 11`` and ``naam: No`` need no quotation marks.
"""

from __future__ import annotations

from typing import Any

import yaml

from functiehuis.model.errors import InvalidBookError

_NUMBERS = frozenset({"pagina", "nummer", "punten", "van", "tot_en_met"})
_DEEPEST = 40


class _Dumper(yaml.SafeDumper):
    """Lists indented below their key, and no aliases for equal values."""

    def ignore_aliases(self, _data: Any) -> bool:
        return True

    def increase_indent(self, flow: bool = False, *_: Any, **__: Any) -> None:
        super().increase_indent(flow, indentless=False)


def _text(dumper: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
    # Other characters that end a line are lost between single quotes: YAML folds them into a space.
    unusual = any(char in "\x85\u2028\u2029" or (char.isspace() and char not in " \n") for char in text)
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style='"' if unusual else None)


_Dumper.add_representer(str, _text)


def to_yaml(data: Any) -> str:
    """Data as YAML: keys in the given order, each text on one line, so that a diff shows one line for one text."""
    return yaml.dump(data, Dumper=_Dumper, sort_keys=False, allow_unicode=True, width=1_000_000, default_flow_style=False)


def from_yaml(text: str, name: str) -> Any:
    """The data of a YAML text. Refuses with InvalidBookError, naming file and line: wrong YAML, aliases, double keys, and nesting without end."""
    try:
        node = yaml.compose(text, Loader=yaml.CSafeLoader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        where = f", regel {mark.line + 1}" if mark else ""
        raise InvalidBookError(f"{name}{where}: dit is geen goede YAML ({error.problem}). Verbeter die regel; let op inspringen en aanhalingstekens.") from None
    except (yaml.YAMLError, RecursionError, ValueError) as error:
        raise InvalidBookError(f"{name} is geen goede YAML ({error}). Verbeter het bestand of lees het boek opnieuw in.") from None
    return _value(node, name, None, set(), 0)


def _value(node: Any, name: str, key: str | None, seen: set[int], depth: int) -> Any:
    if node is None:
        return None
    line = node.start_mark.line + 1
    if id(node) in seen or depth > _DEEPEST:
        raise InvalidBookError(f"{name}, regel {line}: verwijzingen met & en * en eindeloos nesten zijn niet toegestaan. Schrijf de tekst uit.")
    seen.add(id(node))
    if isinstance(node, yaml.MappingNode):
        found: dict[str, Any] = {}
        for key_node, value_node in node.value:
            word = str(key_node.value)
            if word in found:
                raise InvalidBookError(f"{name}, regel {key_node.start_mark.line + 1}: '{word}' staat er twee keer. Haal er een weg.")
            found[word] = _value(value_node, name, word, seen, depth + 1)
        return found
    if isinstance(node, yaml.SequenceNode):
        return [_value(item, name, None, seen, depth + 1) for item in node.value]
    if node.tag == "tag:yaml.org,2002:null":
        return None
    if node.tag == "tag:yaml.org,2002:int" and key in _NUMBERS:
        return int(node.value)
    return str(node.value)
