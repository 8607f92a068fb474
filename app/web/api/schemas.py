"""The shapes that the API takes and gives, as JSON Schema (2020-12) for its description."""

from typing import Any, Final

from app.domain.skill import SKILLS
from app.web.api.bodies import Answer, LastAnswers, NewAttempt, Resumption

Schema = dict[str, Any]

TEXT: Final[Schema] = {"type": "string"}
NUMBER: Final[Schema] = {"type": "number"}
COUNT: Final[Schema] = {"type": "integer", "minimum": 0}
NUMBERED: Final[Schema] = {"type": "integer", "minimum": 1}
SHARE: Final[Schema] = {"type": "number", "minimum": 0, "maximum": 1}
MOMENT: Final[Schema] = {"type": "string", "format": "date-time"}
STATE: Final[Schema] = {"type": "string", "enum": ["open", "handed-in"]}
RESPONSE: Final[Schema] = {
    "description": "choice: an option's id; multiple, highlight: a list of ids; statements: an "
    "object from row ids to true, false or not-stated; match, classify: an object from row ids to "
    "option ids; order, chain: a list of ids in their order, or, while places are missing or "
    "taken twice, an object from ids to places (from 1); numeric, short_text: what was typed; "
    "null: blank",
    "anyOf": [
        TEXT,
        {"type": "array", "items": TEXT},
        {"type": "object", "additionalProperties": {"type": ["string", "integer"]}},
        {"type": "null"},
    ],
}

CITE: Final[Schema] = {
    "type": ["string", "null"],
    "description": "the id of the sentence that settles the question",
}
CONFIDENCE: Final[Schema] = {
    "type": ["integer", "null"],
    "minimum": 1,
    "maximum": 3,
    "description": "how sure the student is: 1 less than 2 in 3, 2 from 2 in 3 to 4 in 5, 3 more "
    "than 4 in 5",
}


def closed(required: Schema, **optional: Schema) -> Schema:
    """An object with these members and no others."""
    return {
        "type": "object",
        "properties": required | optional,
        "required": list(required),
        "additionalProperties": False,
    }


def listed(schema: Schema) -> Schema:
    """A list of one thing."""
    return {"type": "array", "items": schema}


def named(name: str) -> Schema:
    """A reference to one of `SCHEMAS`."""
    return {"$ref": f"#/components/schemas/{name}"}


OPTION = closed({"id": TEXT}, text=TEXT)

ITEM = closed(
    {
        "n": NUMBERED,
        "kind": TEXT,
        "skill": {"type": "string", "enum": list(SKILLS)},
        "level": {"type": "integer", "enum": [1, 2, 3]},
        "prompt": TEXT,
    },
    options=listed(OPTION),
    rows=listed(OPTION),
    cite={"const": True, "description": "asks for the sentence that settles the question"},
    confidence={"const": True, "description": "asks how sure the student is"},
) | {
    "description": "Beside these members a kind of question may present others of its own.",
    # Open, so that a new kind of question is no change to the API.
    "additionalProperties": True,
}

ARTICLE = closed(
    dict.fromkeys(("title", "author", "outlet", "published", "url", "note"), TEXT)
    | {"paragraphs": listed(closed({"n": NUMBERED, "text": TEXT}))},
    sentences=listed(closed({"id": TEXT, "paragraph": NUMBERED, "text": TEXT}))
    | {"description": "when the paper asks for the sentences that settle its questions"},
)

SKILL_PROFILE = closed(
    {"points": {"type": "number", "minimum": 0}, "of": COUNT, "again": listed(TEXT)},
    band={"type": "array", "items": SHARE, "minItems": 2, "maxItems": 2},
)

EVIDENCE = closed(
    {"paragraph": NUMBERED, "start": COUNT, "end": COUNT, "quote": TEXT},
    row=TEXT,
)

SOLVED = closed(
    {
        "n": NUMBERED,
        "question": TEXT,
        "response": RESPONSE,
        "mark": SHARE,
        "standing": TEXT,
        "rule": TEXT,
        "parts": {"type": "object", "additionalProperties": {"type": "boolean"}},
        "solution": {"type": "object"},
        "because": TEXT,
        "hint": TEXT,
        "evidence": listed(named("Evidence")),
    },
    cite=CITE,
    found={
        "type": ["boolean", "null"],
        "description": "whether the sentence settles the question; null: none does",
    },
    confidence=CONFIDENCE,
    confidence_points={
        "type": ["number", "null"],
        "minimum": -6,
        "maximum": 3,
        "description": "null: not given, or nothing to say of a blank or of what waits for a "
        "teacher",
    },
)

FOUND = closed({"points": COUNT, "of": COUNT}) | {
    "description": "How often the evidence was found; not in the points."
}

CERTAINTY = closed(
    {
        "points": NUMBER,
        "of": COUNT,
        "answers": COUNT,
        "brier": SHARE,
        "levels": listed(
            closed(
                {
                    "level": NUMBERED,
                    "probability": SHARE,
                    "answers": COUNT,
                    "right": COUNT,
                    "partly": COUNT,
                }
            )
        ),
    }
) | {
    "description": "Certainty-based marking, not in the points: `points` may be negative; `brier` "
    "is the mean squared difference between each level's `probability` and the mark."
}
TIME = {"remaining": COUNT, "deadline": MOMENT}

PAPER = {"paper": closed({"items": listed(named("Item"))}), "article": named("Article")}

SAVED = {"revision": COUNT, "saved_at": MOMENT}

ANSWER = closed({"n": NUMBERED, "response": RESPONSE} | SAVED, cite=CITE, confidence=CONFIDENCE)

PROBLEM: Schema = {
    "type": "object",
    "description": "RFC 9457. `revision` and `response`, and `cite` and `confidence` where they "
    "were given, are what is stored, when a newer answer is; `remaining` (seconds) and `deadline` "
    "come with a conflict where there is a time limit; `errors` names the fields of a body that "
    "could not be understood.",
    "properties": {
        "type": {"type": "string", "format": "uri-reference"},
        "title": TEXT,
        "status": {"type": "integer"},
        "detail": TEXT,
        "request_id": TEXT,
        "revision": COUNT,
        "response": RESPONSE,
        "cite": CITE,
        "confidence": CONFIDENCE,
        **TIME,
        "errors": listed(closed({"field": TEXT, "message": TEXT})),
    },
    "required": ["type", "title", "status", "detail", "request_id"],
    "additionalProperties": False,
}

RESULT = closed(
    {
        "points": {"type": "number", "minimum": 0},
        "of": COUNT,
        "guess": {"type": "number", "minimum": 0},
        "skills": {
            "type": "object",
            "propertyNames": {"enum": list(SKILLS)},
            "additionalProperties": named("SkillProfile"),
        },
        "items": listed(named("SolvedItem")),
        "late": COUNT | {"description": "Questions with an answer that came too late to count."},
    },
    cite=named("Found"),
    confidence=named("Certainty"),
)

REPLIES: Final[dict[str, Schema]] = {
    "OpenedAttempt": closed({"id": TEXT, "resume_code": TEXT} | PAPER, token=TEXT, **TIME),
    "Attempt": closed({"id": TEXT, "state": STATE} | {"answers": listed(ANSWER)} | PAPER, **TIME),
    "SavedAnswer": closed(SAVED, **TIME),
    "Resumed": closed({"id": TEXT}, token=TEXT),
    "TimeLeft": closed({"state": STATE}, **TIME),
    "MoreTime": closed(TIME),
    "HandedIn": closed({"state": STATE, "result_url": TEXT}),
    "Result": RESULT,
    "Problem": PROBLEM,
    "Item": ITEM,
    "Article": ARTICLE,
    "SkillProfile": SKILL_PROFILE,
    "Evidence": EVIDENCE,
    "SolvedItem": SOLVED,
    "Found": FOUND,
    "Certainty": CERTAINTY,
}


def all_schemas() -> dict[str, Schema]:
    """Every shape by its name: the replies, and the bodies as their models have them."""
    found = dict(REPLIES)
    for model in (NewAttempt, Resumption, Answer, LastAnswers):
        schema = model.model_json_schema(ref_template="#/components/schemas/{model}")
        schema.pop("$defs", None)
        found[model.__name__] = schema
    return found
