"""The checks that there are. A check module belongs in this list; a test finds one that was forgotten."""

from __future__ import annotations

from functools import lru_cache

from functiehuis.authoring.checks.check import Check
from functiehuis.authoring.checks.rules.adjective_ending import AdjectiveEnding
from functiehuis.authoring.checks.rules.area_numbers import AreaNumbers
from functiehuis.authoring.checks.rules.code_place import CodePlace
from functiehuis.authoring.checks.rules.contents_group import ContentsGroup
from functiehuis.authoring.checks.rules.contents_missing import ContentsMissing
from functiehuis.authoring.checks.rules.contents_name import ContentsName
from functiehuis.authoring.checks.rules.contents_order import ContentsOrder
from functiehuis.authoring.checks.rules.contents_scale import ContentsScale
from functiehuis.authoring.checks.rules.conversion_table import ConversionTable
from functiehuis.authoring.checks.rules.definition_wording import DefinitionWording
from functiehuis.authoring.checks.rules.double_code import DoubleCode
from functiehuis.authoring.checks.rules.double_task import DoubleTask
from functiehuis.authoring.checks.rules.gendered_word import GenderedWord
from functiehuis.authoring.checks.rules.level_gap import LevelGap
from functiehuis.authoring.checks.rules.level_order import LevelOrder
from functiehuis.authoring.checks.rules.loose_bullet import LooseBullet
from functiehuis.authoring.checks.rules.missing_value import MissingValue
from functiehuis.authoring.checks.rules.missing_word import MissingWord
from functiehuis.authoring.checks.rules.misspelling import Misspelling
from functiehuis.authoring.checks.rules.module_use import ModuleUse
from functiehuis.authoring.checks.rules.no_emphasis import NoEmphasis
from functiehuis.authoring.checks.rules.punctuation import Punctuation
from functiehuis.authoring.checks.rules.repeated_word import RepeatedWord
from functiehuis.authoring.checks.rules.scale_level import ScaleLevel
from functiehuis.authoring.checks.rules.split_emphasis import SplitEmphasis
from functiehuis.authoring.checks.rules.twin_wording import TwinWording
from functiehuis.authoring.checks.rules.two_spellings import TwoSpellings
from functiehuis.authoring.checks.rules.uneven_italics import UnevenItalics
from functiehuis.authoring.checks.rules.unmarked_difference import UnmarkedDifference
from functiehuis.authoring.checks.rules.unmentioned_factors import UnmentionedFactors
from functiehuis.authoring.checks.rules.weaker_degree import WeakerDegree

_CHECKS: tuple[type[Check], ...] = (
    MissingValue,
    DoubleCode,
    ContentsName,
    ContentsScale,
    ContentsGroup,
    ContentsOrder,
    ContentsMissing,
    CodePlace,
    ScaleLevel,
    LevelGap,
    ModuleUse,
    ConversionTable,
    AreaNumbers,
    LooseBullet,
    DoubleTask,
    Misspelling,
    RepeatedWord,
    MissingWord,
    Punctuation,
    DefinitionWording,
    TwinWording,
    TwoSpellings,
    AdjectiveEnding,
    GenderedWord,
    SplitEmphasis,
    UnmarkedDifference,
    NoEmphasis,
    WeakerDegree,
    UnevenItalics,
    UnmentionedFactors,
    LevelOrder,
)


@lru_cache(maxsize=1)
def all_checks() -> tuple[Check, ...]:
    """Every check, in the order of their codes."""
    return tuple(check() for check in _CHECKS)
