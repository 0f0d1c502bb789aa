// TOML 1.1 (https://toml.io/en/v1.1.0). Strictly LL(1); the vocabulary comes from TomlLexer, which knows from the brackets
// around a place whether it reads a key or a value. What LL(1) over-accepts (`[1,,2]`, TOML 1.1 forms under 1.0) the actions refuse.
grammar Toml;

options { superClass = TomlParserBase; }

tokens {
  NEWLINE, BARE_KEY, BASIC_STRING, LITERAL_STRING, MULTILINE_BASIC_STRING, MULTILINE_LITERAL_STRING, SCALAR,
  DOT, EQUALS, COMMA, LEFT_BRACKET, RIGHT_BRACKET, LEFT_BRACKETS, RIGHT_BRACKETS, LEFT_BRACE, RIGHT_BRACE, ERROR
}

document : line* EOF ;

line
@init { int keyMark = KeyMark(); }
  : ( pair
    | LEFT_BRACKET key RIGHT_BRACKET { OpenTable(keyMark); }
    | LEFT_BRACKETS key RIGHT_BRACKETS { OpenArrayElement(keyMark); }
    | { FailAtStray(); } stray
    )? NEWLINE
  ;
  catch [TomlSyntaxException e] { RecoverAtLine(e); }

stray
  : MULTILINE_BASIC_STRING | MULTILINE_LITERAL_STRING | SCALAR | DOT | EQUALS | COMMA
  | RIGHT_BRACKET | RIGHT_BRACKETS | LEFT_BRACE | RIGHT_BRACE | ERROR
  ;

pair
@init { int keyMark = KeyMark(); }
  : key EQUALS value { Define(keyMark); }
  ;

key : simpleKey (DOT simpleKey)* ;

simpleKey
  : BARE_KEY { PushBareKey(); }
  | BASIC_STRING { PushBasicKey(); }
  | LITERAL_STRING { PushLiteralKey(); }
  ;

value
  : SCALAR { PushScalar(); }
  | BASIC_STRING { PushBasicString(); }
  | LITERAL_STRING { PushLiteralString(); }
  | MULTILINE_BASIC_STRING { PushMultilineBasicString(); }
  | MULTILINE_LITERAL_STRING { PushMultilineLiteralString(); }
  | array
  | inlineTable
  ;

array
@init { int mark = ValueMark(); int start = TokenStart(); }
  : LEFT_BRACKET (value (COMMA { RefuseDoubleComma(); } value?)*)? RIGHT_BRACKET { PushArray(mark, start); }
  ;

inlineTable
@init { int start = TokenStart(); }
  : LEFT_BRACE { OpenInlineTable(); } (pair (COMMA { RefuseDoubleComma(); } pair?)*)? { RefuseTrailingComma(); } RIGHT_BRACE { CloseInlineTable(start); }
  ;
