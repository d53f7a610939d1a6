"""Who is in an entry: role nouns, names, and the pronouns that stand for them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from spacy.symbols import nsubj, nsubjpass
from spacy.tokens import Doc, Token

from analyzer.messages import AnalyzerError
from analyzer.people.roles import ROLES, Gender, load_roles

OWNERS = frozenset({"my", "our", "the", "his", "her", "their", "your", "me", "mi", "this", "that", "some"})
OWN = frozenset({"my", "our", "the", "me"})
SELF = frozenset({"i", "me", "myself", "im", "mine", "meself"})
HE = frozenset({"he", "him", "himself", "hes"})
SHE = frozenset({"she", "her", "herself", "shes", "hers"})
THEY = frozenset({"they", "them", "themselves", "themself"})
YOU = frozenset({"you", "u", "yourself", "ya", "ye"})
NOTHING: Mapping[str, str] = MappingProxyType({})
SUBJECTS = frozenset({nsubj, nsubjpass})
# A name stands this near to its role noun: "my boss, Denise", "Sam, my brother", "Sam is my boyfriend".
NEAR = 4


@dataclass(frozen=True, slots=True)
class Mention:
    """Words that name a person.

    Attributes:
        start: Token offset in the doc; ``end`` likewise, exclusive.
        role: A source of the guide, or None for a name that the text ties to no role.
        name: The proper name, or "" where a role noun stands alone.
    """

    start: int
    end: int
    role: str | None
    name: str
    gender: Gender = ""


@dataclass(frozen=True)
class People:
    """The people of one entry. Its answers count in the doc's token offsets."""

    mentions: tuple[Mention, ...]
    addressee: str | None = None
    _at: Mapping[int, Mention] = field(default_factory=dict, repr=False)

    def is_person(self, token: Token) -> bool:
        """Tell whether the token is a personal pronoun or names a person."""
        word = token.lower_
        return token.i in self._at or word in SELF | HE | SHE | THEY | YOU

    def role_of(self, token: Token) -> str | None:
        """Return the person's role, or None where the text does not tell it.

        A pronoun takes the nearest earlier person whose gender may fit it.
        """
        word = token.lower_
        if token.i in self._at:
            return self._at[token.i].role
        if word in SELF:
            return "self"
        if word in YOU:
            return self.addressee
        if word in HE:
            return self._nearest(token.i, "he")
        if word in SHE:
            return self._nearest(token.i, "she")
        if word in THEY:
            return self._nearest(token.i, "")
        return None

    def gender_of(self, token: Token) -> Gender:
        """Return "he" or "she" where a role noun says it, else ""."""
        mention = self._at.get(token.i)
        return mention.gender if mention else ""

    def _nearest(self, i: int, gender: Gender) -> str | None:
        """Return the role of the nearest earlier person; one of that gender goes before one of none."""
        unsure: str | None = None
        for mention in reversed(self.mentions):
            if mention.start >= i:
                continue
            if not gender or mention.gender == gender:
                return mention.role
            if not mention.gender and unsure is None:
                unsure = mention.role
        return unsure


def find_people(doc: Doc, known: Mapping[str, str] = NOTHING) -> People:
    """Return the people that a doc names; ``known`` maps names, in any case, to roles.

    Names are tied to roles across the whole doc, in both directions. The doc need not be parsed.

    Raises:
        AnalyzerError: ``known`` gives a role that is none of the guide's.
    """
    for role in known.values():
        if role not in ROLES:
            raise AnalyzerError(f"{role!r} is no role of a person; use one of {', '.join(sorted(ROLES))}")
    nouns = list(_role_nouns(doc))
    roles = {name.lower(): role for name, role in known.items()}
    genders: dict[str, Gender] = {}
    for name, noun in _ties(doc, nouns):
        roles.setdefault(name, noun.role or "")
        if noun.gender:
            genders.setdefault(name, noun.gender)
    taken = {i for noun in nouns for i in range(noun.start, noun.end)}
    names = [m for m in _names(doc, roles, genders) if m.start not in taken]
    mentions = tuple(sorted((*nouns, *names), key=lambda mention: mention.start))
    at = {i: mention for mention in mentions for i in range(mention.start, mention.end)}
    return People(mentions, _addressee(doc, at), at)


def _role_nouns(doc: Doc) -> Iterator[Mention]:
    """Yield the role nouns; two tokens ("best friend") go before one."""
    words = load_roles()
    lower = [token.lower_ for token in doc]
    i = 0
    while i < len(lower):
        for length in (2, 1) if lower[i] in words.openings and i + 1 < len(lower) else (1,):
            text = " ".join(lower[i : i + length])
            role = words.plain.get(text)
            if text in words.owned and not OWN.isdisjoint(lower[max(0, i - 2) : i]):
                role = words.owned[text]
            if role and not (length == 1 and doc[i].pos_ == "VERB"):
                yield Mention(i, i + length, role, "", words.gender.get(text, ""))
                i += length - 1
                break
        i += 1


def _is_name(token: Token) -> bool:
    """Tell whether the token looks like a name: the tagger says so, or a capital inside a sentence."""
    if not token.text[:1].isupper() or not token.is_alpha or token.lower_ in SELF:
        return False
    return token.pos_ == "PROPN" or (not token.pos_ and not token.is_sent_start and token.is_title)


def _ties(doc: Doc, nouns: list[Mention]) -> Iterator[tuple[str, Mention]]:
    """Yield names with the role noun that the text ties them to."""
    words = load_roles()
    for noun in nouns:
        if noun.role == "stranger":
            continue
        after = doc[noun.end] if noun.end < len(doc) else None
        if after is not None and after.text in {",", "("} and noun.end + 1 < len(doc):
            after = doc[noun.end + 1]
        if after is not None and _is_name(after) and after.lower_ not in words.plain and _owned_noun(doc, noun):
            yield after.lower_, noun
        for j in range(noun.start - 1, max(-1, noun.start - NEAR - 1), -1):
            token = doc[j]
            if _is_name(token) and token.lower_ not in words.plain:
                between = {doc[k].lower_ for k in range(j + 1, noun.start)}
                if between & OWNERS and between & {",", "(", "is", "'s", "was", "-"}:
                    yield token.lower_, noun
                break
            if token.text in {".", "!", "?", ";"} or token.pos_ == "VERB":
                break


def _owned_noun(doc: Doc, noun: Mention) -> bool:
    return noun.start > 0 and any(doc[j].lower_ in OWNERS for j in range(max(0, noun.start - 2), noun.start))


def _names(doc: Doc, roles: Mapping[str, str], genders: Mapping[str, Gender]) -> Iterator[Mention]:
    """Yield names with a role, and unknown names that act as people do or have been seen to."""
    words = load_roles()
    acting = {
        token.lower_
        for token in doc
        if token.dep in SUBJECTS and _is_name(token) and token.head.lemma_.lower() in words.social_verbs
    }
    for token in doc:
        word = token.lower_
        if word in words.plain:
            continue
        if (word in roles and token.text[:1].isupper()) or (word in roles and not token.is_stop):
            yield Mention(token.i, token.i + 1, roles[word] or None, token.text, genders.get(word, ""))
        elif word in acting and _is_name(token):
            yield Mention(token.i, token.i + 1, None, token.text)


def _addressee(doc: Doc, at: Mapping[int, Mention]) -> str | None:
    """Return the role of whom a letter is written to, "self" for oneself, or None where it is no letter."""
    words = load_roles()
    start = next((token.i for token in doc if not token.is_space), len(doc))
    if start >= len(doc) or doc[start].lower_ not in words.letters:
        return None
    for token in doc[start + 1 : start + 5]:
        if token.lower_ in words.selves:
            return "self"
        if token.i in at:
            return at[token.i].role or "none"
        if token.text[:1].isupper() and token.is_alpha and doc[start].lower_ == "dear":
            return "self" if {"age", "aged"} & {t.lower_ for t in doc[token.i : token.i + 4]} else "none"
        if token.text in {",", ":"} or token.is_space:
            break
    return None
