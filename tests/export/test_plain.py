from appealwriter.export.plain import Plain, write_plain, write_text
from appealwriter.model.letter import Section, Sentence, Span
from tests.export.letters import CHINESE, ENGLISH, LETTERS, letter, numbered, para, say, table


def test_a_letter_reads_well_without_any_formatting():
    source = letter(
        "en",
        Section("greeting", None, (para(say("First."), say("Second.")),)),
        Section("root_cause", say("1. Root cause"), (numbered(say("One"), say("Two")),)),
        Section("exhibits", say("Exhibits"), (table(["No.", "What"], ["1", "Invoice"]),)),
        Section("signature", None, (para(say("Lin Yaning")), para(say("Manager")))),
        title="Plan of action",
    )
    assert write_text(source) == (
        "Plan of action\n\nFirst. Second.\n\n1. Root cause\n\n1. One\n2. Two\n\n"
        "Exhibits\n\nNo. | What\n1 | Invoice\n\nLin Yaning\nManager\n"
    )


def test_chinese_sentences_follow_each_other_without_a_space():
    assert "（案件号 17284096351）。本公司以店铺" in write_text(CHINESE)
    latin = letter("zh", Section("closing", None, (para(say("See the log."), say("And ours.")),)))
    assert "See the log. And ours." in write_text(latin)


def test_no_line_ends_in_a_space_and_no_gap_is_wider_than_a_line():
    for source in LETTERS.values():
        text = write_text(source)
        assert all(line == line.rstrip() for line in text.split("\n"))
        assert "\n\n\n" not in text


def test_ids_can_be_found_again_in_the_box():
    source = letter(
        "en", Section("closing", None, (para(say("111\u20117654321, Exhibit\u00a03")),))
    )
    assert "111-7654321, Exhibit 3" in write_text(source)


def test_a_table_cell_stays_on_its_line():
    source = letter("en", Section("exhibits", None, (table(["a"], ["one\ntwo"]),)))
    assert "\none two\n" in write_text(source)


def test_control_characters_never_reach_the_box():
    assert write_text(letter("en", title="a\x00b\x1f\ud800c")) == "abc\n"


def test_the_counter_counts_as_the_platforms_box_does():
    assert Plain("abc 深圳").characters == 6
    assert Plain("😀").characters == 2
    assert write_plain(ENGLISH).characters == len(write_text(ENGLISH))


def test_an_empty_sentence_leaves_no_hole():
    source = letter("en", Section("closing", None, (para(say("A."), Sentence(()), say("B.")),)))
    assert "A. B." in write_text(source)
    empty = letter("en", Section("closing", None, (para(Sentence((Span(""),))),)), title="T")
    assert write_text(empty) == "T\n"


def test_read_back_puts_the_twin_on_the_same_line():
    text = write_text(ENGLISH, read_back=True)
    assert "\nEnglish | 中文\n" in text
    assert "\nLin Yaning | 林雅宁\n" in text
