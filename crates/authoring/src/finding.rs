//! The mistakes that the checker finds in content files, each with its place and its code.

/// Something wrong at one place of a content file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// The kind of the mistake.
    pub code: Code,
    /// Whether the guide can be published all the same.
    pub severity: Severity,
    /// The name of the file, as the source gave it.
    pub file: String,
    /// The line, from 1.
    pub line: usize,
    /// The column in characters, from 1.
    pub column: usize,
    /// The key, id or piece of text it is about, as the editor wrote it.
    pub subject: String,
    /// A known word that looks like the subject, where there is one.
    pub nearest: Option<String>,
}

/// Whether the guide can be published all the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Severity {
    /// It cannot (錯誤).
    Error,
    /// It can, but someone should look (提醒).
    Warning,
}

/// The kinds of mistakes in content files.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Code {
    /// The line cannot be read, for a reason without a code of its own.
    Syntax,
    /// A key without `=`.
    NoEquals,
    /// A text without its closing quotation mark.
    UnclosedText,
    /// A text without quotation marks.
    UnquotedText,
    /// Nothing after the equals sign.
    MissingValue,
    /// A full-width mark where the file format wants the half-width one.
    FullWidthMark,
    /// A blank that is none for the file format, such as the full-width one.
    StrangeBlank,
    /// A sign in a text that no browser shows and no page can hold.
    ControlSign,
    /// A value that cannot be read, under a key that wants something else than a text.
    NotAValue(Expected),
    /// The same key or table twice.
    DoubleKey,
    /// A day that no calendar has, or a date in another way of writing.
    ImpossibleDate,
    /// A key that this table does not have.
    UnknownKey,
    /// A key that this table needs.
    MissingKey,
    /// A value of another type.
    WrongType(Expected),
    /// A format number that this program does not know.
    UnknownFormat,
    /// An id that is not lower-case letters, digits and hyphens.
    BadId,
    /// An id that was used before.
    DoubleId,
    /// The id of no section.
    UnknownSection,
    /// The id of no chapter.
    UnknownChapter,
    /// A chapter that no section names.
    UnusedChapter,
    /// A text that does not fit where it is shown.
    NotShort,
    /// A map of which a reader sees only a part at a time.
    MapTooLarge,
    /// More to have ready than a reader keeps in mind.
    ListTooLong,
    /// A key that a later format brought.
    NewerKey,
    /// The id of no contact.
    UnknownContact,
    /// The name of no screen.
    UnknownScreen,
    /// The name of no tool.
    UnknownTool,
    /// The id of no portal row.
    UnknownRow,
    /// The name of no kind of node.
    UnknownKind,
    /// The name of no kind of note.
    UnknownNoteKind,
    /// An answer, next step or trouble that leads to no node.
    EdgeToNowhere,
    /// A node that nothing leads to.
    Unreachable,
    /// A node without a way on that is not an outcome.
    DeadEnd,
    /// A node from which no outcome can be reached.
    NoWayOut,
    /// A question with fewer than two answers.
    QuestionWithOneAnswer,
    /// An outcome with an answer or a next step.
    OutcomeWithExit,
    /// Answers in a node that is not a question.
    AnswersOutsideQuestion,
    /// A next step in a question.
    NextInQuestion,
    /// A trouble in a trouble.
    TroubleInTrouble,
    /// A text without its Chinese.
    MissingChinese,
    /// A text without its English.
    MissingEnglish,
    /// A text that is there and empty.
    EmptyText,
    /// The English repeats the Chinese.
    Untranslated,
    /// An address that does not begin with `https://`.
    LinkNotHttps,
    /// Markdown that the pages do not show.
    MarkdownNotAllowed,
    /// Stars that would be seen as stars instead of strong text.
    StrayStars,
    /// Markdown in a text that is shown as it is.
    MarkdownInPlainText,
    /// A half-width mark after a Chinese character.
    HalfWidthPunctuation,
    /// A rule set that does not say where it is written.
    RuleWithoutSource,
    /// A rule set that does not say of what date its source is.
    RuleWithoutDate,
    /// A confirmation on a day that is still to come.
    ConfirmedLater,
    /// A confirmation before this year began.
    ConfirmedLongAgo,
    /// A contact or a platform that was seen on a day that is still to come.
    SeenLater,
    /// A contact or a platform that was seen before this year began.
    SeenLongAgo,
    /// A file that nobody reads, by its name or its place.
    FilePassedOver,
    /// A code of a course category, or a range of them, that cannot be read.
    NotACode,
    /// A code that another category has.
    DoubleCode,
    /// A category with both a row and an input, or switched on with neither.
    CategoryTarget,
    /// A category that counts in an input of no rule file.
    CategoryInput,
    /// A rule set that ends before it begins.
    ValidToBeforeFrom,
    /// A number of hours that cannot be read, is zero or is too large.
    NotHours,
    /// A rule set whose file has another name than its id.
    StemDiffers,
    /// One of the twelve rows is not there.
    RowMissing,
    /// A row in another place than on the portal.
    RowOrder,
    /// A row twice.
    RowDouble,
    /// One spelling for two rows.
    DoubleLabel,
    /// One of the three screens is not there.
    ScreenMissing,
    /// The entry to choose is not among the entries.
    ChosenUnknown,
    /// The words to be pressed do not stand on the screen.
    TargetUnknown,
    /// None or more than one entry to choose.
    ChosenCount,
    /// A screen that no node shows.
    ScreenNotShown,
    /// A screen that two nodes show with the same target.
    ScreenShownTwice,
    /// An outcome or a trouble that names nobody to ask.
    EndWithoutContact,
    /// The id of no input of the same file.
    UnknownInput,
    /// The id of neither a portal row nor an input of the same file.
    UnknownTerm,
    /// The id of no requirement of the same file.
    UnknownRequirement,
    /// The id of no kind of staff.
    UnknownStaff,
    /// The name of no way to count blended courses.
    UnknownBlended,
    /// A requirement with none or more than one of row, input and sum.
    TermCount,
    /// The same row or input twice in a sum.
    DoubleTerm,
    /// Requirements that contain each other.
    PartOfCircle,
    /// A requirement that asks for more than the one that contains it.
    PartAboveWhole,
    /// An input with the id of a portal row.
    InputIsRow,
    /// An input that an earlier file gives another label.
    InputLabelDiffers,
    /// An input that no requirement counts.
    UnusedInput,
    /// A rule set that is switched on and history at once.
    EnabledHistory,
    /// A day that no year has, or in another way of writing.
    NotYearDay,
    /// A holiday twice.
    HolidayDouble,
    /// A holiday after a later one.
    HolidayOrder,
    /// A holiday after the last day that the calendar covers.
    HolidayAfterEnd,
    /// A holiday on a day on which nobody works anyway.
    HolidayOnWeekend,
    /// A year that the calendar covers and that has no holiday.
    YearWithoutHolidays,
    /// Working days that cannot be read or are too many.
    NotUploadDays,
}

/// The type that a value should have.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Expected {
    /// A text in quotation marks.
    Text,
    /// A text in both languages.
    BothLanguages,
    /// A list of texts.
    Texts,
    /// A list of texts in both languages.
    TextsInBothLanguages,
    /// A table.
    Table,
    /// Tables under double brackets.
    Tables,
    /// `true` or `false`.
    Switch,
    /// A whole number.
    Number,
    /// Hours.
    Hours,
    /// Working days, or the word `unknown`.
    Days,
    /// A date.
    Date,
    /// A list of dates.
    Dates,
    /// A date or the word `unknown`.
    DateOrUnknown,
    /// A date or the word `never`.
    DateOrNever,
}

impl Code {
    /// Whether the guide can be published all the same.
    #[must_use]
    pub fn severity(self) -> Severity {
        match self {
            Self::Untranslated
            | Self::MarkdownInPlainText
            | Self::HalfWidthPunctuation
            | Self::ScreenNotShown
            | Self::ScreenShownTwice
            | Self::EndWithoutContact
            | Self::PartAboveWhole
            | Self::UnusedChapter
            | Self::NotShort
            | Self::MapTooLarge
            | Self::UnusedInput
            | Self::ConfirmedLongAgo
            | Self::SeenLongAgo
            | Self::FilePassedOver
            | Self::EnabledHistory
            | Self::HolidayOnWeekend
            | Self::YearWithoutHolidays => Severity::Warning,
            _ => Severity::Error,
        }
    }

    /// The short name printed beside a finding, to search and to quote.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Syntax => "syntax",
            Self::NoEquals => "no-equals",
            Self::UnclosedText => "unclosed-text",
            Self::UnquotedText => "unquoted-text",
            Self::MissingValue => "missing-value",
            Self::FullWidthMark => "full-width-mark",
            Self::StrangeBlank => "strange-blank",
            Self::ControlSign => "control-sign",
            Self::NotAValue(_) => "not-a-value",
            Self::DoubleKey => "double-key",
            Self::ImpossibleDate => "impossible-date",
            Self::UnknownKey => "unknown-key",
            Self::MissingKey => "missing-key",
            Self::WrongType(_) => "wrong-type",
            Self::UnknownFormat => "unknown-format",
            Self::BadId => "bad-id",
            Self::DoubleId => "double-id",
            Self::UnknownSection => "unknown-section",
            Self::UnknownChapter => "unknown-chapter",
            Self::UnusedChapter => "unused-chapter",
            Self::NotShort => "not-short",
            Self::MapTooLarge => "map-too-large",
            Self::ListTooLong => "list-too-long",
            Self::NewerKey => "newer-key",
            Self::UnknownContact => "unknown-contact",
            Self::UnknownScreen => "unknown-screen",
            Self::UnknownTool => "unknown-tool",
            Self::UnknownRow => "unknown-row",
            Self::UnknownKind => "unknown-kind",
            Self::UnknownNoteKind => "unknown-note-kind",
            Self::EdgeToNowhere => "edge-to-nowhere",
            Self::Unreachable => "unreachable",
            Self::DeadEnd => "dead-end",
            Self::NoWayOut => "no-way-out",
            Self::QuestionWithOneAnswer => "question-with-one-answer",
            Self::OutcomeWithExit => "outcome-with-exit",
            Self::AnswersOutsideQuestion => "answers-outside-question",
            Self::NextInQuestion => "next-in-question",
            Self::TroubleInTrouble => "trouble-in-trouble",
            Self::MissingChinese => "missing-chinese",
            Self::MissingEnglish => "missing-english",
            Self::EmptyText => "empty-text",
            Self::Untranslated => "untranslated",
            Self::LinkNotHttps => "link-not-https",
            Self::MarkdownNotAllowed => "markdown-not-allowed",
            Self::StrayStars => "stray-stars",
            Self::MarkdownInPlainText => "markdown-in-plain-text",
            Self::HalfWidthPunctuation => "half-width-punctuation",
            Self::RuleWithoutSource => "rule-without-source",
            Self::RuleWithoutDate => "rule-without-date",
            Self::ConfirmedLater => "confirmed-later",
            Self::ConfirmedLongAgo => "confirmed-long-ago",
            Self::SeenLater => "seen-later",
            Self::SeenLongAgo => "seen-long-ago",
            Self::FilePassedOver => "file-passed-over",
            Self::NotACode => "not-a-code",
            Self::DoubleCode => "double-code",
            Self::CategoryTarget => "category-target",
            Self::CategoryInput => "category-input",
            Self::ValidToBeforeFrom => "valid-to-before-from",
            Self::NotHours => "not-hours",
            Self::StemDiffers => "stem-differs",
            Self::RowMissing => "row-missing",
            Self::RowOrder => "row-order",
            Self::RowDouble => "row-double",
            Self::DoubleLabel => "double-label",
            Self::ScreenMissing => "screen-missing",
            Self::ChosenUnknown => "chosen-unknown",
            Self::TargetUnknown => "target-unknown",
            Self::ChosenCount => "chosen-count",
            Self::ScreenNotShown => "screen-not-shown",
            Self::ScreenShownTwice => "screen-shown-twice",
            Self::EndWithoutContact => "end-without-contact",
            Self::UnknownInput => "unknown-input",
            Self::UnknownTerm => "unknown-term",
            Self::UnknownRequirement => "unknown-requirement",
            Self::UnknownStaff => "unknown-staff",
            Self::UnknownBlended => "unknown-blended",
            Self::TermCount => "term-count",
            Self::DoubleTerm => "double-term",
            Self::PartOfCircle => "part-of-circle",
            Self::PartAboveWhole => "part-above-whole",
            Self::InputIsRow => "input-is-row",
            Self::InputLabelDiffers => "input-label-differs",
            Self::UnusedInput => "unused-input",
            Self::EnabledHistory => "enabled-history",
            Self::NotYearDay => "not-year-day",
            Self::HolidayDouble => "holiday-double",
            Self::HolidayOrder => "holiday-order",
            Self::HolidayAfterEnd => "holiday-after-end",
            Self::HolidayOnWeekend => "holiday-on-weekend",
            Self::YearWithoutHolidays => "year-without-holidays",
            Self::NotUploadDays => "not-upload-days",
        }
    }

    /// Whether this is about a line that could not be read as it stands.
    pub(crate) fn is_syntax(self) -> bool {
        matches!(
            self,
            Self::Syntax
                | Self::NoEquals
                | Self::UnclosedText
                | Self::UnquotedText
                | Self::MissingValue
                | Self::FullWidthMark
                | Self::StrangeBlank
                | Self::NotAValue(_)
                | Self::DoubleKey
                | Self::ImpossibleDate
        )
    }

    /// Whether this is wrong with a line whichever table it belongs to.
    pub(crate) fn is_about_a_line(self) -> bool {
        matches!(
            self,
            Self::Syntax
                | Self::NoEquals
                | Self::UnclosedText
                | Self::FullWidthMark
                | Self::StrangeBlank
                | Self::NotAValue(_)
        )
    }

    /// Whether this says that something is absent, which only a file read as a whole can show.
    pub(crate) fn is_about_absence(self) -> bool {
        matches!(
            self,
            Self::MissingKey
                | Self::UnknownSection
                | Self::UnknownChapter
                | Self::UnusedChapter
                | Self::UnknownContact
                | Self::EdgeToNowhere
                | Self::Unreachable
                | Self::DeadEnd
                | Self::NoWayOut
                | Self::QuestionWithOneAnswer
                | Self::MissingChinese
                | Self::MissingEnglish
                | Self::RuleWithoutSource
                | Self::RuleWithoutDate
                | Self::RowMissing
                | Self::RowOrder
                | Self::ScreenMissing
                | Self::ChosenUnknown
                | Self::TargetUnknown
                | Self::ChosenCount
                | Self::ScreenNotShown
                | Self::EndWithoutContact
                | Self::UnknownInput
                | Self::UnknownTerm
                | Self::CategoryTarget
                | Self::CategoryInput
                | Self::UnknownRequirement
                | Self::TermCount
                | Self::UnusedInput
                | Self::YearWithoutHolidays
        )
    }
}

/// A subject is for finding the place again, not for reading the text.
pub(crate) fn shortened(subject: &str) -> String {
    let subject = subject.trim_end();
    let line = subject.lines().next().unwrap_or_default();
    let mut short: String = line.chars().take(LONGEST_SUBJECT).collect();
    if short.len() < subject.len() {
        short.push('…');
    }
    short
}

const LONGEST_SUBJECT: usize = 60;
