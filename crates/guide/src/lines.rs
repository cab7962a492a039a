//! Serde's data in lines: one value to a line, a list as its length followed by its items, fields in their order.
//!
//! No names and no quotes, so texts compress with their twins in the page. Reading keeps no reasons: a block is whole or broken.

use std::fmt::{self, Display};
use std::iter::Peekable;
use std::str::Split;

use serde::de::{
    self, DeserializeSeed, EnumAccess, IntoDeserializer, SeqAccess, VariantAccess, Visitor,
};
use serde::{Deserialize, Serialize, forward_to_deserialize_any, ser};

/// The lines of a value.
///
/// # Errors
/// Where the value has a shape that lines cannot hold.
pub fn to_lines<T: Serialize>(value: &T) -> Result<String, Broken> {
    let mut writer = Writer(String::new());
    value.serialize(&mut writer)?;
    Ok(writer.0)
}

/// The value in such lines, or nothing where they are broken.
#[must_use]
pub fn from_lines<'de, T: Deserialize<'de>>(text: &'de str) -> Option<T> {
    let mut reader = Reader(text.split('\n').peekable());
    let value = T::deserialize(&mut reader).ok()?;
    // Behind the end of the last line is nothing.
    (reader.0.next() == Some("") && reader.0.next().is_none()).then_some(value)
}

/// The error for a value that lines cannot hold, and for lines that cannot be read.
#[derive(Debug)]
pub struct Broken;

impl Display for Broken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("broken lines")
    }
}

impl std::error::Error for Broken {}

impl ser::Error for Broken {
    fn custom<T: Display>(_: T) -> Self {
        Self
    }
}

/// Whatever is wrong, no sentence is made of it: serde's own bring 10 kB of formatting.
impl de::Error for Broken {
    fn custom<T: Display>(_: T) -> Self {
        Self
    }
    fn invalid_type(_: de::Unexpected<'_>, _: &dyn de::Expected) -> Self {
        Self
    }
    fn invalid_value(_: de::Unexpected<'_>, _: &dyn de::Expected) -> Self {
        Self
    }
    fn invalid_length(_: usize, _: &dyn de::Expected) -> Self {
        Self
    }
    fn unknown_variant(_: &str, _: &'static [&'static str]) -> Self {
        Self
    }
    fn missing_field(_: &'static str) -> Self {
        Self
    }
    fn duplicate_field(_: &'static str) -> Self {
        Self
    }
}

struct Reader<'de>(Peekable<Split<'de, char>>);

impl<'de> Reader<'de> {
    fn line(&mut self) -> Result<&'de str, Broken> {
        self.0.next().ok_or(Broken)
    }
    fn number(&mut self) -> Result<i64, Broken> {
        self.line()?.parse().map_err(|_| Broken)
    }
    fn length(&mut self) -> Result<usize, Broken> {
        usize::try_from(self.number()?).map_err(|_| Broken)
    }
}

impl<'de> de::Deserializer<'de> for &mut Reader<'de> {
    type Error = Broken;

    fn deserialize_any<V: Visitor<'de>>(self, _: V) -> Result<V::Value, Broken> {
        Err(Broken)
    }
    fn deserialize_bool<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Broken> {
        match self.line()? {
            "" => visitor.visit_bool(false),
            "1" => visitor.visit_bool(true),
            _ => Err(Broken),
        }
    }
    fn deserialize_u8<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Broken> {
        visitor.visit_i64(self.number()?)
    }
    fn deserialize_u32<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Broken> {
        visitor.visit_i64(self.number()?)
    }
    fn deserialize_u64<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Broken> {
        visitor.visit_i64(self.number()?)
    }
    fn deserialize_i32<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Broken> {
        visitor.visit_i64(self.number()?)
    }
    fn deserialize_str<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Broken> {
        match self.line()? {
            line if line.contains(LESS) => visitor.visit_string(line.replace(LESS, "<")),
            line => visitor.visit_borrowed_str(line),
        }
    }
    fn deserialize_string<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Broken> {
        match self.line()? {
            line if line.contains(LESS) => visitor.visit_string(line.replace(LESS, "<")),
            line => visitor.visit_borrowed_str(line),
        }
    }
    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Broken> {
        if self.0.peek() == Some(&"") {
            self.line()?;
            return visitor.visit_none();
        }
        visitor.visit_some(self)
    }
    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Broken> {
        let left = self.length()?;
        visitor.visit_seq(Items { reader: self, left })
    }
    fn deserialize_tuple<V: Visitor<'de>>(
        self,
        left: usize,
        visitor: V,
    ) -> Result<V::Value, Broken> {
        visitor.visit_seq(Items { reader: self, left })
    }
    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Broken> {
        visitor.visit_seq(Items {
            reader: self,
            left: fields.len(),
        })
    }
    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Broken> {
        visitor.visit_enum(self)
    }
    forward_to_deserialize_any! {
        i8 i16 i64 i128 u16 u128 f32 f64 char bytes byte_buf unit unit_struct newtype_struct tuple_struct map
        identifier ignored_any
    }
}

struct Items<'a, 'de> {
    reader: &'a mut Reader<'de>,
    left: usize,
}

impl<'de> SeqAccess<'de> for Items<'_, 'de> {
    type Error = Broken;

    fn next_element_seed<T: DeserializeSeed<'de>>(
        &mut self,
        seed: T,
    ) -> Result<Option<T::Value>, Broken> {
        let Some(left) = self.left.checked_sub(1) else {
            return Ok(None);
        };
        self.left = left;
        seed.deserialize(&mut *self.reader).map(Some)
    }
}

impl<'de> EnumAccess<'de> for &mut Reader<'de> {
    type Error = Broken;
    type Variant = Self;

    fn variant_seed<V: DeserializeSeed<'de>>(self, seed: V) -> Result<(V::Value, Self), Broken> {
        let number = self.length()? as u64;
        let value = seed.deserialize(IntoDeserializer::<Broken>::into_deserializer(number))?;
        Ok((value, self))
    }
}

impl<'de> VariantAccess<'de> for &mut Reader<'de> {
    type Error = Broken;

    fn unit_variant(self) -> Result<(), Broken> {
        Ok(())
    }
    fn newtype_variant_seed<T: DeserializeSeed<'de>>(self, seed: T) -> Result<T::Value, Broken> {
        seed.deserialize(self)
    }
    fn tuple_variant<V: Visitor<'de>>(self, _: usize, _: V) -> Result<V::Value, Broken> {
        Err(Broken)
    }
    fn struct_variant<V: Visitor<'de>>(
        self,
        _: &'static [&'static str],
        _: V,
    ) -> Result<V::Value, Broken> {
        Err(Broken)
    }
}

struct Writer(String);

impl Writer {
    fn line(&mut self, line: &str) -> Result<(), Broken> {
        if line.contains(['\0', LESS]) {
            return Err(Broken);
        }
        // In HTML a new line is a blank.
        let line = line.replace(['\r', '\n'], " ");
        self.0.push_str(&safe_in_script(&line));
        self.0.push('\n');
        Ok(())
    }
}

/// Stands for `<` where it could end or disturb the script element that holds the lines.
const LESS: char = '\u{1}';

fn safe_in_script(line: &str) -> String {
    let mut pieces = line.split('<');
    let mut safe = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        let name = piece.trim_start_matches('/').get(..6).unwrap_or_default();
        let disturbs = piece.starts_with('!') || name.eq_ignore_ascii_case("script");
        safe.push(if disturbs { LESS } else { '<' });
        safe.push_str(piece);
    }
    safe
}

macro_rules! numbers {
    ($($name:ident: $type:ty),*) => { $(
        fn $name(self, value: $type) -> Result<(), Broken> { self.line(&value.to_string()) }
    )* };
}

impl ser::Serializer for &mut Writer {
    type Ok = ();
    type Error = Broken;
    type SerializeSeq = Self;
    type SerializeTuple = Self;
    type SerializeTupleStruct = ser::Impossible<(), Broken>;
    type SerializeTupleVariant = ser::Impossible<(), Broken>;
    type SerializeMap = ser::Impossible<(), Broken>;
    type SerializeStruct = Self;
    type SerializeStructVariant = ser::Impossible<(), Broken>;

    numbers! { serialize_u8: u8, serialize_u16: u16, serialize_u32: u32, serialize_u64: u64, serialize_i8: i8, serialize_i16: i16, serialize_i32: i32, serialize_i64: i64 }
    fn serialize_f32(self, _: f32) -> Result<(), Broken> {
        Err(Broken)
    }
    fn serialize_f64(self, _: f64) -> Result<(), Broken> {
        Err(Broken)
    }
    fn serialize_char(self, _: char) -> Result<(), Broken> {
        Err(Broken)
    }
    fn serialize_bytes(self, _: &[u8]) -> Result<(), Broken> {
        Err(Broken)
    }
    fn serialize_unit(self) -> Result<(), Broken> {
        Err(Broken)
    }
    fn serialize_unit_struct(self, _: &'static str) -> Result<(), Broken> {
        Err(Broken)
    }
    fn serialize_bool(self, value: bool) -> Result<(), Broken> {
        self.line(if value { "1" } else { "" })
    }
    fn serialize_str(self, value: &str) -> Result<(), Broken> {
        self.line(value)
    }
    fn serialize_none(self) -> Result<(), Broken> {
        self.line("")
    }
    fn serialize_some<T: ?Sized + Serialize>(self, value: &T) -> Result<(), Broken> {
        let start = self.0.len();
        value.serialize(&mut *self)?;
        // An empty line would be read as nothing.
        let is_empty = self.0.get(start..).is_some_and(|it| it.starts_with('\n'));
        if is_empty { Err(Broken) } else { Ok(()) }
    }
    fn serialize_unit_variant(
        self,
        _: &'static str,
        number: u32,
        _: &'static str,
    ) -> Result<(), Broken> {
        self.line(&number.to_string())
    }
    fn serialize_newtype_struct<T: ?Sized + Serialize>(
        self,
        _: &'static str,
        value: &T,
    ) -> Result<(), Broken> {
        value.serialize(self)
    }
    fn serialize_newtype_variant<T: ?Sized + Serialize>(
        self,
        _: &'static str,
        number: u32,
        _: &'static str,
        value: &T,
    ) -> Result<(), Broken> {
        self.line(&number.to_string())?;
        value.serialize(self)
    }
    fn serialize_seq(self, length: Option<usize>) -> Result<Self, Broken> {
        self.line(&length.ok_or(Broken)?.to_string())?;
        Ok(self)
    }
    fn serialize_tuple(self, _: usize) -> Result<Self, Broken> {
        Ok(self)
    }
    fn serialize_tuple_struct(
        self,
        _: &'static str,
        _: usize,
    ) -> Result<Self::SerializeTupleStruct, Broken> {
        Err(Broken)
    }
    fn serialize_tuple_variant(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: usize,
    ) -> Result<Self::SerializeTupleVariant, Broken> {
        Err(Broken)
    }
    fn serialize_map(self, _: Option<usize>) -> Result<Self::SerializeMap, Broken> {
        Err(Broken)
    }
    fn serialize_struct(self, _: &'static str, _: usize) -> Result<Self, Broken> {
        Ok(self)
    }
    fn serialize_struct_variant(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: usize,
    ) -> Result<Self::SerializeStructVariant, Broken> {
        Err(Broken)
    }
}

impl ser::SerializeSeq for &mut Writer {
    type Ok = ();
    type Error = Broken;
    fn serialize_element<T: ?Sized + Serialize>(&mut self, value: &T) -> Result<(), Broken> {
        value.serialize(&mut **self)
    }
    fn end(self) -> Result<(), Broken> {
        Ok(())
    }
}
impl ser::SerializeTuple for &mut Writer {
    type Ok = ();
    type Error = Broken;
    fn serialize_element<T: ?Sized + Serialize>(&mut self, value: &T) -> Result<(), Broken> {
        value.serialize(&mut **self)
    }
    fn end(self) -> Result<(), Broken> {
        Ok(())
    }
}
impl ser::SerializeStruct for &mut Writer {
    type Ok = ();
    type Error = Broken;
    fn serialize_field<T: ?Sized + Serialize>(
        &mut self,
        _: &'static str,
        value: &T,
    ) -> Result<(), Broken> {
        value.serialize(&mut **self)
    }
    fn end(self) -> Result<(), Broken> {
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Debug, PartialEq, Serialize, Deserialize)]
    struct Row {
        name: String,
        kind: Kind,
        days: Option<u8>,
    }

    #[derive(Debug, PartialEq, Serialize, Deserialize)]
    enum Kind {
        Plain,
        Other,
        Numbered(u8),
    }

    #[test]
    fn values_are_lines_and_lists_begin_with_their_length() {
        let value = vec![vec![Some(7_u32), None], vec![]];
        assert_eq!(to_lines(&value).unwrap(), "2\n2\n7\n\n0\n");
        assert_eq!(from_lines("2\n2\n7\n\n0\n"), Some(value));
        assert_eq!(to_lines(&vec![true, false]).unwrap(), "2\n1\n\n");
        assert_eq!(from_lines("2\n1\n\n"), Some(vec![true, false]));
        assert_eq!(to_lines(&"a\n<b>\"c\"</b>").unwrap(), "a <b>\"c\"</b>\n");
    }

    #[test]
    fn texts_come_back_and_leave_their_script_element_whole() {
        for text in [
            "<b>x</b>",
            "</script>",
            "</SCRIPT x",
            "<script><!-- <",
            "1 < 2",
        ] {
            let lines = to_lines(&text).unwrap();
            assert!(!lines.to_ascii_lowercase().contains("<script"), "{lines}");
            assert!(!lines.to_ascii_lowercase().contains("</script"), "{lines}");
            assert!(!lines.contains("<!"), "{lines}");
            assert_eq!(from_lines::<String>(&lines).as_deref(), Some(text));
        }
        assert_eq!(to_lines(&"a\r\nb").unwrap(), "a  b\n");
        for text in ["\0", "\u{1}"] {
            assert!(to_lines(&text).is_err());
        }
        assert!(to_lines(&Some("")).is_err());
        assert_eq!(from_lines::<bool>("安全\n"), None);
    }

    #[test]
    fn fields_come_in_their_order_and_kinds_by_their_number() {
        let row = Row {
            name: "a".to_owned(),
            kind: Kind::Other,
            days: Some(4),
        };
        assert_eq!(to_lines(&row).unwrap(), "a\n1\n4\n");
        assert_eq!(from_lines("a\n1\n4\n"), Some(row));
        for broken in [
            "a\n2\n4\n",
            "a\n-1\n4\n",
            "a\n1\n256\n",
            "a\n1\n",
            "a\n1\n4",
        ] {
            assert_eq!(from_lines::<Row>(broken), None, "{broken:?}");
        }
    }

    #[test]
    fn lines_that_lack_something_or_have_something_else_are_nothing() {
        for text in [
            "",
            "1",
            "2\n7\n",
            "1\n7",
            "1\n7\n8\n",
            "x\n7\n",
            "\n",
            "1\n-7\n",
            "4294967295\n7\n",
        ] {
            assert_eq!(from_lines::<Vec<u32>>(text), None, "{text:?}");
        }
    }
}
