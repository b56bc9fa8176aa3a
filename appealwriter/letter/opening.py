"""The letter's first and last lines: title, reference, sender, request, signature."""

from appealwriter.base.words import Words
from appealwriter.letter.clauses import as_clause, quoted
from appealwriter.letter.points import request_blocks
from appealwriter.letter.scene import Scene
from appealwriter.letter.wording import Given
from appealwriter.letter.writer import Part
from appealwriter.model.case import Point
from appealwriter.model.letter import Block, Sentence
from appealwriter.model.terms import Kind
from appealwriter.playbooks.book import Phrase
from appealwriter.playbooks.phrases import needed_slots, parse, slots_of
from appealwriter.playbooks.slots import Unknown


def title(scene: Scene) -> Sentence:
    """ "Plan of action: product authenticity, B0…"."""
    subject = Given(scene.book.subject, "reason")
    token = Given(scene.case.sender.merchant_token or None, "sender/merchant_token")
    name = scene.frame("title")
    return scene.writer.line(name, "reason", subject=subject, asins=_asins(scene), token=token)


def requisites(scene: Scene) -> tuple[Block, ...]:
    """Who claims from whom, as a formal letter has it: sender, addressee, number and date."""
    writer, sender = scene.writer, scene.case.sender
    fields = ("company", "registration", "address", "phone", "email", "outgoing")
    givens = {
        name: scene.text(getattr(sender, name), f"sender/{name}", scene.label(name))
        for name in fields
    }
    day = scene.read("date", scene.case.letter_date, "letter_date", scene.label("letter_date"))
    lines = (
        writer.line("claim_addressee", "sender/addressee", addressee=_addressee(scene, legal=True)),
        writer.line("claim_sender", "sender/company", **givens),
        writer.line("claim_number", "sender/outgoing", outgoing=givens["outgoing"], date=day),
    )
    return tuple(Block("paragraph", ((line,),)) for line in lines)


def opening(scene: Scene) -> tuple[Block, ...]:
    """Which notice is answered, who writes (five parts), and the facts."""
    writer = scene.writer
    blocks = []
    if scene.form.full:
        line = writer.line(
            scene.frame("salutation"), "sender/addressee", addressee=_addressee(scene)
        )
        blocks.append(Block("paragraph", ((line,),)))
    first = [_reference(scene)]
    if scene.form.full and "requisites" not in scene.form.sections:
        first.append(_introduction(scene))
    blocks.append(Block("paragraph", (tuple(first),)))
    blocks += [Block("paragraph", (_correction(scene, point),)) for point in scene.case.corrections]
    return (*blocks, *facts(scene))


def facts(scene: Scene) -> tuple[Block, ...]:
    """What the book's statements say of the facts; nothing while none is answered."""
    if not scene.form.facts:
        return ()
    told = [p for p in scene.book.statements if scene.form.admits or not p.admits]
    said = tuple(s for phrase in told for s in _statement(scene, phrase))
    return (Block("paragraph", (said,)),) if said else ()


def closing(scene: Scene) -> tuple[Block, ...]:
    """One request that names what is asked; contact and thanks in five parts."""
    asked = request_blocks(scene) if scene.case.requests else ()
    sentences = [] if asked else [_request(scene)]
    if scene.form.full:
        sender = scene.case.sender
        person = scene.text(sender.person, "sender/person", scene.label("person"))
        email = scene.text(sender.email, "sender/email", scene.label("email"))
        sentences += [
            scene.writer.line("contact", "sender/person", person=person, email=email),
            scene.writer.line(scene.frame("thanks"), "structure"),
        ]
    return (*asked, Block("paragraph", (tuple(sentences),))) if sentences else asked


def signature(scene: Scene) -> tuple[Block, ...]:
    """Who signs, and when; only the lines that are known, so that none needs inventing."""
    sender = scene.case.sender
    lines = [scene.writer.line("regards", "structure")] if scene.form.full else []
    for field in ("person", "role", "company"):
        if value := getattr(sender, field):
            lines.append(_line(scene, f"sender/{field}", Given(value, f"sender/{field}")))
    if sender.merchant_token and not scene.form.full and not scene.form.names_account:
        token = Given(sender.merchant_token, "sender/merchant_token")
        lines.append(scene.writer.line("token_line", "sender/merchant_token", token=token))
    if scene.case.letter_date:
        day = scene.read("date", scene.case.letter_date, "letter_date", scene.label("letter_date"))
        lines.append(_line(scene, "letter_date", day))
    return tuple(Block("paragraph", ((line,),)) for line in lines)


def _line(scene: Scene, path: str, value: Given) -> Sentence:
    return scene.writer.cell("line", path, value=value)


def _addressee(scene: Scene, *, legal: bool = False) -> Given:
    """To whom the letter goes: as typed, else as the platform is usually greeted, or the company
    that it contracts as."""
    platform = scene.shelf.platforms.get(scene.case.platform)
    usual = (platform.legal if legal else platform.addressee) if platform else Words()
    typed = scene.case.sender.addressee
    return Given(typed or usual or None, "sender/addressee", scene.label("addressee"))


def _reference(scene: Scene) -> Sentence:
    """Which notice is answered; a frame of a structure may name shop, account and contract too."""
    sender = scene.case.sender
    return scene.writer.line(
        scene.frame("reference"),
        "notice/date",
        date=scene.read("date", scene.case.notice.date, "notice/date", scene.label("notice_date")),
        case_id=Given(sender.case_id or None, "sender/case_id"),
        shop=scene.text(sender.shop, "sender/shop", scene.label("shop")),
        token=scene.text(
            sender.merchant_token, "sender/merchant_token", scene.label("merchant_token")
        ),
        contract=scene.text(sender.contract, "sender/contract", scene.label("contract")),
        accepted=scene.read(
            "date", sender.contract_date, "sender/contract_date", scene.label("contract_date")
        ),
        clause=Given(sender.clause or None, "sender/clause", scene.label("clause")),
    )


def _introduction(scene: Scene) -> Sentence:
    sender = scene.case.sender
    platform = scene.shelf.platforms.get(scene.case.platform)
    place = platform.address(sender.marketplace) if platform else sender.marketplace
    return scene.writer.line(
        "introduction",
        "sender/company",
        company=scene.text(sender.company, "sender/company", scene.label("company")),
        shop=scene.text(sender.shop, "sender/shop", scene.label("shop")),
        marketplace=Given(place or None, "sender/marketplace"),
        token=Given(sender.merchant_token or None, "sender/merchant_token"),
    )


def _correction(scene: Scene, point: Point) -> tuple[Sentence, ...]:
    """What an earlier letter said, and what is so: once, early, with its proof."""
    writer, path = scene.writer, f"corrections/{point.id}"
    claim = Given(quoted(point.claim) or None, f"{path}/claim", scene.label("earlier"))
    earlier = writer.line("we_wrote", f"{path}/claim", claim=claim)
    fact = writer.sentence(
        [
            writer.frame("in_fact"),
            writer.own(as_clause(point.own), f"{path}/own"),
            *scene.exhibits(point.exhibits),
            writer.frame("stop"),
        ],
        path,
    )
    return earlier, fact


def _request(scene: Scene) -> Sentence:
    """What is asked back: as the seller said what is blocked, else by the kind of notice. Some
    documents ask something of their own."""
    sender = scene.case.sender
    shop = scene.text(sender.shop, "sender/shop", scene.label("shop"))
    token = scene.text(
        sender.merchant_token, "sender/merchant_token", scene.label("merchant_token")
    )
    usual = f"request_{_blocked(scene)}"
    own = (f"{usual}_{scene.form.id}", f"request_{scene.form.id}", usual)
    name = next(name for name in own if scene.has_frame(name))
    return scene.writer.line(name, "sender/shop", shop=shop, asins=_asins(scene), token=token)


def _blocked(scene: Scene) -> str:
    """What is blocked: account, listings (by number), products, warehouse, something else
    ("restriction"), or nothing yet ("warning")."""
    kind = scene.case.notice.kind
    listed = bool(_asins(scene).value)
    known = scene.shelf.structures.blocked
    said = next((found for f in known.facts if (found := scene.case.facts.get(f))), None)
    if kind == Kind.WARNING:
        return "warning"
    if not isinstance(said, str):
        return "listings" if kind == Kind.LISTING_REMOVAL and listed else "account"
    level = known.levels.get(said, "restriction")
    return "listings" if level == "products" and listed else level


def _asins(scene: Scene) -> Given:
    """The ASINs the seller answers for, else those of the notice; nothing where there is none."""
    answered = scene.case.facts.get("asins")
    listed = answered if isinstance(answered, tuple) else scene.case.notice.asins
    found = scene.read("asins", listed, "facts/asins", Words())
    return found if isinstance(found.value, tuple) and found.value else Given(None, "facts/asins")


def _statement(scene: Scene, phrase: Phrase) -> list[Sentence]:
    """A sentence of facts; nothing while none is answered, a plain admission where unknown."""
    givens = scene.statement(phrase)
    pieces = parse(phrase.say["en"][0])
    names = slots_of(pieces)
    used = [g for name, g in givens.items() if name in names]
    known = [n for n, g in givens.items() if not isinstance(g.value, Unknown | None)]
    if any(isinstance(givens[n].value, Unknown) for n in needed_slots(pieces, known)):
        return [_plainly(scene, g) for g in used if g.value is not None]
    if all(g.value is None for g in used):
        return []
    path = next(g.path for g in used if g.value is not None)
    part = Part(phrase.say, givens, phrase.id, path=path)
    return [scene.writer.sentence([part], path)]


def _plainly(scene: Scene, fact: Given) -> Sentence:
    """A fact on its own, where its statement cannot be said because another is not known."""
    what = Given(fact.label, fact.path)
    if isinstance(fact.value, Unknown):
        return scene.writer.line("not_recorded", fact.path, what=what)
    return scene.writer.line("recorded", fact.path, what=what, value=fact)
