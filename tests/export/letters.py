"""Letters written by hand for the tests of the export room, one in each language."""

from appealwriter.model.letter import Block, Letter, Section, Sentence, Span
from appealwriter.model.terms import Structure


def say(text: str, twin: str = "", kind: str = "text") -> Sentence:
    """A sentence of one span; "[...]" in it becomes a gap, "{...}" an exhibit reference."""
    return Sentence(tuple(_spans(text, kind)), (Span(twin),) if twin else ())


def raw(text: str) -> Sentence:
    """A sentence of one span whose brackets are only brackets."""
    return Sentence((Span(text, "own"),))


def para(*sentences: Sentence) -> Block:
    return Block("paragraph", (sentences,))


def numbered(*sentences: Sentence) -> Block:
    return Block("numbered", tuple((s,) for s in sentences))


def bulleted(*sentences: Sentence) -> Block:
    return Block("bulleted", tuple((s,) for s in sentences))


def table(header: list[str], *rows: list[str]) -> Block:
    return Block(
        "table",
        header=tuple(say(cell) for cell in header),
        rows=tuple(tuple(say(cell) for cell in row) for row in rows),
    )


def letter(language: str = "en", *sections: Section, **changes: str) -> Letter:
    """A small letter of the given sections."""
    values = {"author": "Brightpine Trading Co., Ltd.", "subject": "Brightpine Home · Case 42"}
    values |= {"date": "2026-11-21"} | changes
    twin = "en" if language == "zh" else "zh"
    title = say(values.pop("title", "Plan of action: 3 ASINs"), "行动计划:3 个 ASIN")
    return Letter(language, twin, Structure.THREE_PART, title, sections, **values)


def _spans(text: str, kind: str) -> list[Span]:
    spans: list[Span] = []
    rest = text
    while rest:
        starts = [n for n in (rest.find("["), rest.find("{")) if n >= 0]
        if not starts:
            spans.append(Span(rest, kind))
            break
        start = min(starts)
        end = rest.index("]" if rest[start] == "[" else "}", start) + 1
        if start:
            spans.append(Span(rest[:start], kind))
        if rest[start] == "[":
            spans.append(Span(rest[start:end], "gap", "causes/c1/slots/days"))
        else:
            spans.append(Span(rest[start + 1 : end - 1], "exhibit", "evidence/e1"))
        rest = rest[end:]
    return spans


ENGLISH = letter(
    "en",
    Section(
        "greeting",
        None,
        (
            para(say("Dear Seller Performance Team,", "尊敬的卖家绩效团队:")),
            para(
                say(
                    "This is our answer to your notice of November 18, 2026, case ID 17284096351.",
                    "本函答复贵平台2026年11月18日的通知,案件号 17284096351。",
                ),
                say(
                    "Eleven buyers ask whether B0EXAMPLE1, B0EXAMPLE2 and B0EXAMPLE3 are genuine.",
                    "十一位买家询问 B0EXAMPLE1、B0EXAMPLE2 和 B0EXAMPLE3 是否为正品。",
                ),
                say(
                    "Eight of the eleven orders come from one batch that was packed without its "
                    "serial label; three are not explained by this, and we have not established "
                    "their cause.",
                    "十一单中有八单来自一批包装时漏贴序列标签的货;其余三单不能由此解释,原因未查明。",
                ),
            ),
        ),
    ),
    Section(
        "root_cause",
        say("1. Root cause", "1. 根本原因"),
        (
            para(
                say(
                    "Batch 2608-B (1,200 units, packed on August 14, 2026) went through a second "
                    "packing line that left out the serial label, and our receiving check did not "
                    "open a single unit.",
                    "批次 2608-B(1,200 件,2026年8月14日包装)走了第二条包装线,漏贴了序列标签,"
                    "而我们的收货检查一件都没有开箱。",
                ),
                say(
                    "The supplier, 深圳市亮松贸易有限公司, changed the line on [date of change].",
                    "供应商深圳市亮松贸易有限公司于[变更日期]更换了生产线。",
                ),
            ),
            table(
                ["ASIN", "Complaints", "Cause"],
                ["B0EXAMPLE1", "5", "Serial label left out on the second packing line"],
                ["B0EXAMPLE2", "3", "Serial label left out on the second packing line"],
                ["B0EXAMPLE3", "3", "Not established"],
                ["Total", "11", ""],
            ),
        ),
    ),
    Section(
        "corrective_actions",
        say("2. Corrective actions taken", "2. 已采取的纠正措施"),
        (
            numbered(
                say(
                    "On November 19, our warehouse lead removed the 412 units of batch 2608-B that "
                    "were still in FBA; 380 are back, and the other 32 are not counted here "
                    "({Exhibit\u00a03}).",
                    "11月19日,仓库主管移除了 412 件;已退回 380 件,其余不计入(附件 3)。",
                ),
                say(
                    "On November 20, we refunded all eight orders ({Exhibit\u00a04}).",
                    "11月20日,我们退还了全部八单的货款(附件 4)。",
                ),
                say(
                    "The same day we opened the 310 units left in Shenzhen and set aside 27 "
                    "without a label ({Exhibit\u00a05}).",
                    "同日,我们开箱检查了深圳库存的 310 件,挑出 27 件无标签的(附件 5)。",
                ),
            ),
        ),
    ),
    Section(
        "preventive_actions",
        say("3. Preventive measures", "3. 预防措施"),
        (
            para(say("In force since November 20:", "自11月20日起实行:")),
            numbered(
                say(
                    "Our receiving clerk opens ten units of every batch and photographs the serial "
                    "label before the batch is booked in; this would have stopped batch 2608-B.",
                    "收货员每批开箱十件并拍摄序列标签后才入库;这本可拦住批次 2608-B。",
                ),
                say(
                    "The purchasing manager compares the buyer name on each invoice with the "
                    "account before it is filed.",
                    "采购主管在归档前把每张发票的买方名称与账户核对。",
                ),
            ),
            bulleted(
                say("The checks are kept in the receiving log.", "检查记在收货日志中。"),
                say("The log is read every Monday by [role].", "日志每周一由[岗位]查阅。"),
            ),
        ),
    ),
    Section(
        "closing",
        None,
        (
            para(
                say(
                    "We ask you to reinstate the listings B0EXAMPLE1, B0EXAMPLE2 and B0EXAMPLE3.",
                    "请恢复商品 B0EXAMPLE1、B0EXAMPLE2 和 B0EXAMPLE3。",
                )
            ),
        ),
    ),
    Section(
        "signature",
        None,
        (
            para(say("Lin Yaning", "林雅宁")),
            para(say("Operations manager", "运营经理")),
            para(say("Brightpine Trading Co., Ltd.", "深圳市亮松贸易有限公司")),
            para(say("November\u00a021, 2026", "2026年11月21日")),
        ),
    ),
    Section(
        "exhibits",
        say("Exhibits", "附件"),
        (
            table(
                ["No.", "Document", "What it shows"],
                ["1", "Supplier invoice 2608-B.pdf", "Purchase of the 1,200 units"],
                ["2", "Letter of authorization.pdf", "Right to sell the brand"],
                ["3", "FBA removal order.pdf", "Removal of 412 units on November 19"],
                ["4", "Refund report.xlsx", "Refund of the eight orders"],
                ["5", "Unit check, Shenzhen.pdf", "310 units opened, 27 set aside"],
            ),
        ),
    ),
)

RUSSIAN = letter(
    "ru",
    Section(
        "greeting",
        None,
        (
            para(say("Уважаемые господа!", "尊敬的先生们!")),
            para(
                say("Отвечаем на ваше уведомление от 18\u00a0ноября 2026\u00a0г.", "答复通知。"),
                say(
                    "Магазин «Светлый дом» (ID 1234567), компания Brightpine Trading Co., Ltd. "
                    "(深圳市亮松贸易有限公司), отгрузил с опозданием 47\u00a0отправлений из 820.",
                    "店铺延迟发货 47 单。",
                ),
            ),
        ),
    ),
    Section(
        "root_cause",
        say("1. Причина", "1. 根本原因"),
        (
            para(
                say(
                    "С 3 по 9\u00a0ноября этикетки FBS печатались только утром, а заказы, "
                    "поступившие после 14:00, попадали в печать на следующий день: вторая печать "
                    "не была предусмотрена графиком смены.",
                    "面单只在早上打印。",
                ),
                say("Доля опозданий составила 5,7\u00a0%.", "延迟率 5.7%。"),
            ),
            table(
                ["Период", "Отправлений", "С опозданием", "Причина"],
                ["3–5 ноября", "390", "31", "Одна печать этикеток в день"],
                ["6–9 ноября", "430", "16", "Одна печать этикеток в день"],
            ),
        ),
    ),
    Section(
        "corrective_actions",
        say("2. Принятые меры", "2. 已采取的措施"),
        (
            numbered(
                say(
                    "10\u00a0ноября введена вторая печать этикеток в 15:30 ({Приложение\u00a01}).",
                    "增加第二次打印。",
                ),
                say("Все 47\u00a0отправлений переданы в доставку [дата].", "47 单已交付。"),
            ),
        ),
    ),
    Section(
        "preventive_actions",
        say("3. Меры по недопущению", "3. 预防措施"),
        (
            numbered(
                say(
                    "Заведующий складом ежедневно в 16:00 сверяет список заказов с журналом "
                    "печати; заказ без этикетки виден до конца смены.",
                    "仓库主管每天核对。",
                ),
                say("Журнал хранится в общей таблице WMS.", "日志存放在 WMS。"),
            ),
        ),
    ),
    Section(
        "closing",
        None,
        (
            para(say("Просим:", "请求:")),
            numbered(
                say("снять ограничение отгрузок;", "解除限制;"),
                say("подтвердить решение письменно.", "书面确认。"),
            ),
        ),
    ),
    Section(
        "signature",
        None,
        (
            para(say("С уважением,", "此致")),
            para(say("директор Линь Янин", "负责人林雅宁")),
            para(say("21\u00a0ноября 2026\u00a0г.", "2026年11月21日")),
        ),
    ),
    Section(
        "exhibits",
        say("Приложения", "附件"),
        (
            table(
                ["№", "Документ", "Что показывает"],
                ["1", "Журнал печати этикеток.pdf", "Две печати в день с 10 ноября"],
                ["2", "Отчёт об отгрузках.xlsx", "47 отправлений с опозданием"],
            ),
        ),
    ),
    title="Обращение о снятии ограничения отгрузок, ID 1234567",
    subject="Светлый дом · ID 1234567",
)

CHINESE = letter(
    "zh",
    Section(
        "greeting",
        None,
        (
            para(say("尊敬的平台审核团队：", "Dear review team,")),
            para(
                say("本函答复贵平台 2026年11月18日的通知（案件号 17284096351）。", "Our answer."),
                say(
                    "本公司以店铺 Brightpine Home 销售，通知涉及 B0EXAMPLE1 等三个商品，"
                    "共十一单，买家询问其是否为“正品”。",
                    "Eleven orders are concerned.",
                ),
            ),
        ),
    ),
    Section(
        "root_cause",
        say("1. 根本原因", "1. Root cause"),
        (
            para(
                say(
                    "批次 2608-B（1,200 件）于 2026年8月14日走了第二条包装线，漏贴序列标签；"
                    "收货检查当时没有开箱这一步，因此没有发现。",
                    "The label was left out.",
                ),
                say("供应商更换包装线的日期为[日期]。", "The line was changed on [date]."),
            ),
            table(
                ["商品", "投诉数", "原因"],
                ["B0EXAMPLE1", "5", "第二条包装线漏贴序列标签"],
                ["B0EXAMPLE3", "3", "未查明"],
            ),
        ),
    ),
    Section(
        "corrective_actions",
        say("2. 已采取的纠正措施", "2. Corrective actions"),
        (
            numbered(
                say(
                    "11月19日，仓库主管移除了仍在 FBA 的 412 件，已退回 380 件，其余 32 件不计入"
                    "（{附件\u00a03}）。",
                    "412 units removed.",
                ),
                say("11月20日，八单全部退款（{附件\u00a04}）。", "Refunded."),
            ),
        ),
    ),
    Section(
        "preventive_actions",
        say("3. 预防措施", "3. Preventive measures"),
        (
            numbered(
                say("收货员每批开箱十件，拍下序列标签后才入库。", "Ten units of each batch."),
                say("采购主管归档发票前核对买方名称与账户。", "Names are compared."),
            ),
        ),
    ),
    Section("closing", None, (para(say("请恢复上述三个商品。", "Please reinstate.")),)),
    Section(
        "signature",
        None,
        (
            para(say("深圳市亮松贸易有限公司", "Brightpine Trading Co., Ltd.")),
            para(say("林雅宁，运营经理", "Lin Yaning, operations manager")),
            para(say("2026年11月21日", "November 21, 2026")),
        ),
    ),
    Section(
        "exhibits",
        say("附件", "Exhibits"),
        (
            table(
                ["编号", "文件", "证明内容"],
                ["3", "FBA 移除订单.pdf", "11月19日移除 412 件"],
                ["4", "退款报告.xlsx", "八单退款"],
            ),
        ),
    ),
    title="行动计划：商品真实性，三个商品",
    author="深圳市亮松贸易有限公司",
    subject="Brightpine Home · 案件号 17284096351",
)

LETTERS = {"en": ENGLISH, "ru": RUSSIAN, "zh": CHINESE}
