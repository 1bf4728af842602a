//! Invented names. Letters of Norwegian and Northern Sámi are among them on purpose.

/// What people in the city want to be called.
pub(super) const PEOPLE: [&str; 60] = [
    "Aase", "Åse", "Øystein", "Ánde", "Čiŋil", "Lise", "Kim", "Tor", "Siv", "Geir", "Anne-Marie", "Bjørn", "Grete",
    "Ravn", "Linn", "Odd", "Nina", "Stian", "Wenche", "Rune", "Eli", "Frode", "Mona", "Tommy", "Vibeke", "Jonas",
    "Ingunn", "Håkon", "Sol", "Per Arne", "Camilla", "Roger", "Tove", "Ali", "Marte", "Svein", "Unni", "Dag", "Hege",
    "Ronny", "Sunniva", "Trond", "Lena", "Máret", "Kai", "Bente", "Arild", "Solveig", "Terje", "Iselin", "Amund",
    "Karin", "Eskil", "Ragnhild", "Morten", "Gunn", "Simen", "Ellen", "Oskar", "Wilma",
];

/// One organisation of each kind: key of the kind, name, phone.
pub(super) const ORGANISATIONS: [(&str, &str, &str); 16] = [
    ("municipality", "Kommunen", "+4755000010"),
    ("mo-centre", "MO-senteret", "+4755000000"),
    ("gp-office", "Sentrum legekontor", "+4755000020"),
    ("nav", "NAV", "+4755000030"),
    ("lar-clinic", "LAR-poliklinikken", "+4755000040"),
    ("lar-outlet", "LAR-luka", "+4755000041"),
    ("pharmacy", "Apoteket i Storgata", "+4755000050"),
    ("detox", "Avrusning", "+4755000060"),
    ("tsb-clinic", "Ruspoliklinikken", "+4755000070"),
    ("consumption-room", "Brukerrommet", "+4755000080"),
    ("drug-checking", "Prøvemottaket", "+4755000081"),
    ("outreach", "Uteteamet", "+4755000082"),
    ("housing", "Boligteamet", "+4755000090"),
    ("dental", "Tannklinikken", "+4755000091"),
    ("voluntary", "Kafé Kompass", "+4755000092"),
    ("advisory-unit", "Rådgivende enhet", "+4755000093"),
];

/// Who works there: persona, name, title, phone.
pub(super) const STAFF: [(&str, &str, &str, &str); 20] = [
    ("coordinator", "Ola Vik", "koordinator", "+4755000011"),
    ("mo-nurse", "Kari Nes", "sykepleier", "+4755000000"),
    ("gp", "Åshild Lie", "fastlege", "+4755000021"),
    ("nav", "Sara Berg", "veileder", "+4755000031"),
    ("lar-doctor", "Henrik Moe", "overlege", "+4755000042"),
    ("lar-outlet", "Tuva Dahl", "vernepleier", "+4755000043"),
    ("pharmacy", "Idar Foss", "farmasøyt", "+4755000051"),
    ("detox-nurse", "Anna Holm", "sykepleier", "+4755000061"),
    ("tsb", "Maja Ruud", "psykologspesialist", "+4755000071"),
    ("room-staff", "Leif Aune", "sosionom", "+4755000083"),
    ("drug-checker", "Yngvild Sand", "bioingeniør", "+4755000084"),
    ("outreach", "Nils Ødegård", "feltarbeider", "+4755000085"),
    ("housing", "Per Lie", "miljøterapeut", "+4755000094"),
    ("dental", "Åse Lund", "tannlege", "+4755000095"),
    ("child-responsible", "Ragna Tveit", "barneansvarlig", "+4755000072"),
    ("volunteer", "Bo Strand", "likeperson", "+4755000096"),
    ("advisory-unit", "Signe Myhre", "rådgiver", "+4755000097"),
    ("leader", "Inger Haug", "avdelingsleder", "+4755000012"),
    ("privacy-contact", "Eivind Krogh", "personvernkontakt", "+4755000013"),
    ("admin", "Mina Solli", "administrator", "+4755000014"),
];

/// Colleagues who are nobody's persona, so that teams look like teams: kind, role, name, title, phone.
pub(super) const COLLEAGUES: [(&str, &str, &str, &str, &str); 10] = [
    ("mo-centre", "mo-nurse", "Jorunn Eik", "sosionom", "+4755000001"),
    ("mo-centre", "mo-nurse", "Aksel Bru", "sykepleier", "+4755000002"),
    ("municipality", "coordinator", "Berit Fjell", "koordinator", "+4755000015"),
    ("municipality", "coordinator", "Tarjei Lund", "koordinator", "+4755000016"),
    ("nav", "nav", "Guro Nygård", "veileder", "+4755000032"),
    ("lar-outlet", "lar-outlet", "Stine Vold", "sykepleier", "+4755000044"),
    ("detox", "detox-nurse", "Eirik Bakke", "sykepleier", "+4755000062"),
    ("housing", "housing", "Liv Sunde", "miljøarbeider", "+4755000098"),
    ("outreach", "outreach", "Petra Hauge", "feltarbeider", "+4755000086"),
    ("tsb-clinic", "tsb", "Vetle Ask", "sosionom", "+4755000073"),
];
