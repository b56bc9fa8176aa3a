"""Points of a dispute or cover note, and what a letter asks for."""

from appealwriter.letter.clauses import as_clause, as_sentence, quoted
from appealwriter.letter.scene import Scene
from appealwriter.letter.wording import Given
from appealwriter.letter.writer import Part
from appealwriter.model.case import Point
from appealwriter.model.letter import Block, Sentence


def point_blocks(scene: Scene) -> tuple[Block, ...]:
    """Each point as a numbered item: what the notice says, what shows otherwise, its proof."""
    if not scene.case.points:
        gap = scene.writer.gap("gap_points", "points")
        return (Block("paragraph", ((gap,),)),)
    items = tuple(_point(scene, point) for point in scene.case.points)
    if len(items) == 1:
        return (Block("paragraph", items),)
    return (Block("numbered", items),)


def request_blocks(scene: Scene) -> tuple[Block, ...]:
    """What is asked for: one sentence, or a lead and a numbered list."""
    writer, requests = scene.writer, scene.case.requests
    if len(requests) == 1:
        only = requests[0]
        proof = scene.exhibits(only.exhibits)
        parts = [writer.frame("we_ask"), _clause(scene, only), *proof, writer.frame("stop")]
        return (Block("paragraph", ((writer.sentence(parts, f"requests/{only.id}"),),)),)
    lead = writer.line(scene.frame("we_ask_list"), "requests")
    items = []
    for n, request in enumerate(requests, 1):
        end = writer.frame("stop" if n == len(requests) else "semicolon")
        parts = [_clause(scene, request), *scene.exhibits(request.exhibits), end]
        items.append((writer.sentence(parts, f"requests/{request.id}", capitals=False),))
    return (Block("paragraph", ((lead,),)), Block("numbered", tuple(items)))


def _point(scene: Scene, point: Point) -> tuple[Sentence, ...]:
    writer, path = scene.writer, f"points/{point.id}"
    sentences = []
    if point.claim:
        claim = Given(quoted(point.claim), f"{path}/claim")
        sentences.append(writer.line("notice_says", f"{path}/claim", claim=claim))
    if point.own or not point.phrase:
        main = writer.own(as_sentence(point.own), f"{path}/own")
    else:
        main = scene.phrase("point", point, path, "say")
    sentences.append(writer.sentence([main, *scene.exhibits(point.exhibits)], path))
    return tuple(sentences)


def _clause(scene: Scene, request: Point) -> Part:
    path = f"requests/{request.id}"
    if request.own or not request.phrase:
        return scene.writer.own(as_clause(request.own), f"{path}/own")
    return scene.phrase("request", request, path, "say")
