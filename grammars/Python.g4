// The grammar of Python 3.8 to 3.14 (https://docs.python.org/3/reference/grammar.html), made strictly LL(1) so that the
// generated parser never predicts. The lexer is our own (src/StaticReadiness.Python/Syntax/Lexer): it decides the soft
// keywords `match`, `case` and `type`, joins `not in` and `is not`, and cuts f-strings. Rules keep their results on the value
// stack of PythonParserBase; `P` is the index of the next token, `Sp` the top of the value stack.
//
// What the grammar accepts beyond Python, and where that is refused:
//   in the actions (PythonParserBase): `a,,b`, `;;`, `a == not b`, `*a or b` as an element, `(a as b)` outside `with`, a set
//     mixed with a dictionary, walrus targets other than names, order of arguments and of parameters, bare generator
//     arguments beside others, `case *a:`, an empty import or type parameter list, keyword patterns left of `=`
//   in SyntaxChecks, from the tree: targets of assignment, augmented assignment, annotation, `for`, `with`, `del` and
//     comprehensions that cannot be assigned (any postfix or full expression is read there), repeated keyword arguments
//     and parameters, a starred expression alone, everything that depends on the scope (`return`, `yield`, `await`, …)
grammar Python;

options { superClass = PythonParserBase; }

// The order matters: sets of tokens that are tested together fit a 64-bit mask.
tokens {
    NEWLINE, INDENT, DEDENT, NAME, NUMBER, STRING, FSTRING_START, TSTRING_START, LPAR, LSQB, LBRACE,
    NONE, TRUE, FALSE, ELLIPSIS, NOT, MINUS, PLUS, TILDE, STAR, DOUBLESTAR, AWAIT, LAMBDA, YIELD,
    SLASH, DOUBLESLASH, PERCENT, AT, LSHIFT, RSHIFT, AMP, VBAR, CARET,
    LESS, GREATER, EQEQUAL, NOTEQUAL, LESSEQUAL, GREATEREQUAL, IS, IS_NOT, IN, NOT_IN, AND, OR,
    DOT, COMMA, COLON, ASSIGN, COLONEQUAL, RPAR, RSQB, RBRACE, IF, ELSE, FOR, ASYNC, AS, FROM, SEMI, ARROW, BANG,
    FSTRING_MIDDLE, FSTRING_END,
    AUGASSIGN, PASS, BREAK, CONTINUE, RETURN, RAISE, GLOBAL, NONLOCAL, DEL, ASSERT, IMPORT, TYPE,
    DEF, CLASS, WHILE, TRY, WITH, MATCH, ELIF, EXCEPT, FINALLY, CASE, ERROR
}

file_input
@init { int m = Sp; }
    : { SkipStray(); } statement* { SkipRest(); } EOF { Module(m); }
    ;

statement
@init { int m = Sp; int s = P; int d = Depth; }
    : { StartStatement(); }
      ( simple_line
      | if_stmt
      | while_stmt
      | for_stmt[P]
      | try_stmt
      | with_stmt[P]
      | funcdef[Sp, P]
      | classdef[Sp]
      | async_stmt
      | decorated
      | match_stmt
      | unexpected_indent
      )
      { SkipStray(); }
    ;
    catch [SyntaxFailure] { Recover(m, s, d); }

unexpected_indent
    : { UnexpectedIndent(); } INDENT { SkipStray(); } statement* DEDENT
    ;

block[int owner]
    : NEWLINE { ExpectBlock(owner); } INDENT { SkipStray(); } statement* DEDENT
    | simple_line
    ;

simple_line
    : simple_stmt ( SEMI ( simple_stmt | { ExpectEndOfLine(); } ) )* NEWLINE
    ;

simple_stmt
@init { int s = P; int m = Sp; }
    : expr_stmt
    | PASS { Push(new Pass(Start(s), End)); }
    | BREAK { Push(new Break(Start(s), End)); }
    | CONTINUE { Push(new Continue(Start(s), End)); }
    | RETURN exprs? { Return(m, s); }
    | RAISE ( expr ( FROM expr )? )? { Raise(m, s); }
    | GLOBAL name ( COMMA name )* { Replace(m, new Global(Start(s), End, List<string>(m))); }
    | NONLOCAL name ( COMMA name )* { Replace(m, new Nonlocal(Start(s), End, List<string>(m))); }
    | DEL item ( COMMA ( item | { NoComma(); } ) )* { Delete(m, s); }
    | ASSERT expr ( COMMA expr )? { Assert(m, s); }
    | IMPORT dotted_as ( COMMA dotted_as )* { Replace(m, new Import(Start(s), End, List<Alias>(m))); }
    | import_from
    | type_alias
    ;

expr_stmt
@init { int s = P; int m = Sp; }
    : rhs ( { ExpressionStatement(m, s); }
          | ( ASSIGN rhs )+ { Assign(m, s); }
          | { int o = P; } AUGASSIGN rhs { AugAssign(m, s, o); }
          | COLON expr ( ASSIGN rhs )? { AnnAssign(m, s); }
          )
    ;

rhs : yield_expr | exprs ;

name : NAME { PushName(); } ;

import_from
@init { int s = P; int m = Sp; int level = 0; string? module = null; bool list = false; }
    : FROM ( DOT { level++; } | ELLIPSIS { level += 3; } )* ( dotted { module = PopString(); } | { NeedsDots(level); } )
      IMPORT
      ( STAR { ImportStar(); }
      | LPAR import_as ( COMMA ( import_as | { NoComma(); } ) )* RPAR
      | import_as ( COMMA ( import_as | { TrailingImportComma(); } ) )*
      )
      { Replace(m, new ImportFrom(Start(s), End, module, List<Alias>(m), level)); }
    ;

import_as
@init { int s = P; int m = Sp; }
    : name ( AS name )? { Alias(m, s); }
    ;

dotted_as
@init { int s = P; int m = Sp; }
    : dotted ( AS name )? { Alias(m, s); }
    ;

dotted
@init { int s = P; }
    : NAME ( DOT NAME )* { PushDotted(s); }
    ;

type_alias
@init { int s = P; int m = Sp; }
    : TYPE NAME { PushNameNode(P - 1, ExpressionContext.Store); } type_params? ASSIGN expr { TypeAlias(m, s); }
    ;

if_stmt
@init { int s = P; int m = Sp; int e = -1; }
    : IF { s = P - 1; } named { MarkTest(s); } { Header(); } COLON block[s]
      ( ELIF { s = P - 1; } named { MarkTest(s); } { Header(); } COLON block[s] )*
      ( ELSE { e = Sp; s = P - 1; } { Header(); } COLON block[s] )?
      { If(m, e); }
    ;

while_stmt
@init { int s = P; int m = Sp; int e = -1; }
    : WHILE named { Header(); } COLON block[s] ( ELSE { e = Sp; } { Header(); } COLON block[P - 2] )? { While(m, s, e); }
    ;

for_stmt[int s]
@init { int f = P; int m = Sp; int b = 0; int e = -1; }
    : FOR targets { ExpectIn(); } IN exprs { b = Sp; } { Header(); } COLON block[f]
      ( ELSE { e = Sp; } { Header(); } COLON block[P - 2] )? { For(m, s, b, e); }
    ;

try_stmt
@init { int s = P; int m = Sp; int h = 0; int e = -1; int f = -1; bool star = false; }
    : TRY { Header(); } COLON block[s] { h = Sp; ExpectHandler(); }
      ( ( except_clause )+ { star = EndHandlers(h); }
        ( ELSE { e = Sp; } { Header(); } COLON block[P - 2] )?
        ( FINALLY { f = Sp; } { Header(); } COLON block[P - 2] )?
      | FINALLY { f = Sp; } { Header(); } COLON block[P - 2]
      )
      { Try(m, s, h, e, f, star); }
    ;

except_clause
@init { int s = P; int m = Sp; int n = -1; int b = 0; }
    : EXCEPT STAR? ( expr ( ( COMMA ( expr | { NoComma(); } ) )+ { ExceptionTuple(m); } )? ( AS NAME { n = P - 1; } )? )?
      { b = Sp; } { Header(); } COLON block[s] { ExceptHandler(m, s, n, b); }
    ;

with_stmt[int s]
@init { int w = P; int m = Sp; int b = 0; }
    : WITH with_item ( COMMA with_item )* { b = Sp; } { Header(); } COLON block[w] { With(m, s, b, w); }
    ;

with_item
@init { int m = Sp; }
    : expr ( AS star_target )? { WithItem(m); }
    ;

decorated
@init { int m = Sp; }
    : ( AT named NEWLINE )+ ( funcdef[m, P] | classdef[m] | ASYNC funcdef[m, P - 1] )
    ;

async_stmt
@init { int s = P; }
    : ASYNC ( funcdef[Sp, s] | with_stmt[s] | for_stmt[s] )
    ;

funcdef[int d, int s]
@init { int f = P; int m = Sp; int n = P + 1; int t = 0; int r = -1; int b = 0; }
    : DEF NAME type_params? { t = Sp; ExpectOpen(); } LPAR def_params RPAR ( ARROW expr { r = Sp - 1; } )?
      { b = Sp; } { Header(); } COLON block[f] { FunctionDef(d, s, m, n, t, r, b); }
    ;

classdef[int d]
@init { int s = P; int m = Sp; int a = 0; int b = 0; }
    : CLASS NAME type_params? { a = Sp; } arguments? { b = Sp; } { Header(); } COLON block[s] { ClassDef(d, s, m, a, b); }
    ;

type_params
    : LSQB { ExpectTypeParameter(); } type_param ( COMMA ( type_param | { NoComma(); } ) )* RSQB
    ;

type_param
@init { int s = P; int m = Sp; bool bound = false; bool value = false; }
    : NAME ( COLON expr { bound = true; } )? ( ASSIGN expr { value = true; } )? { TypeVar(m, s, bound, value); }
    | STAR NAME { NoBound("TypeVarTuple"); } ( ASSIGN star_expr { value = true; } )? { TypeVarTuple(m, s, value); }
    | DOUBLESTAR NAME { NoBound("ParamSpec"); } ( ASSIGN expr { value = true; } )? { ParamSpec(m, s, value); }
    ;

def_params
@init { int s = P; int m = Sp; }
    : ( def_param ( COMMA ( def_param | { NoComma(); } ) )* )? { Parameters(m, s); }
    ;

def_param
@init { int s = P; int m = Sp; bool a = false; int e = 0; }
    : NAME ( COLON expr { a = true; } )? { e = P; } ( ASSIGN expr )? { Parameter(m, s, a, e); }
    | STAR ( NAME ( COLON star_expr { a = true; } )? { e = P; } ( ASSIGN { NoDefault(VarPositional); } expr )?
             { StarParameter(m, s + 1, a, e, VarPositional); }
           | { Marker(KeywordOnlyMarker, s); } )
    | DOUBLESTAR NAME ( COLON expr { a = true; } )? { e = P; } ( ASSIGN { NoDefault(VarKeyword); } expr )?
      { StarParameter(m, s + 1, a, e, VarKeyword); }
    | SLASH { Marker(PositionalOnlyMarker, s); }
    ;

lambda_params
@init { int s = P; int m = Sp; }
    : ( lambda_param ( COMMA ( lambda_param | { NoComma(); } ) )* )? { Parameters(m, s); }
    ;

lambda_param
@init { int s = P; int m = Sp; }
    : NAME ( ASSIGN expr )? { Parameter(m, s, false, s + 1); }
    | STAR ( NAME ( ASSIGN { NoDefault(VarPositional); } expr )? { StarParameter(m, s + 1, false, s + 2, VarPositional); }
           | { Marker(KeywordOnlyMarker, s); } )
    | DOUBLESTAR NAME ( ASSIGN { NoDefault(VarKeyword); } expr )? { StarParameter(m, s + 1, false, s + 2, VarKeyword); }
    | SLASH { Marker(PositionalOnlyMarker, s); }
    ;

// expressions

exprs
@init { int s = P; int m = Sp; bool tuple = false; }
    : star_expr ( COMMA { tuple = true; } ( star_expr | { NoComma(); } ) )* { if (tuple) Tuple(m, s); }
    ;

star_expr
@init { int s = P; int m = Sp; }
    : STAR expr { Starred(m, s); }
    | expr
    ;

item
@init { int s = P; int m = Sp; }
    : STAR expr { Starred(m, s); }
    | named
    ;

named
@init { int s = P; int m = Sp; }
    : expr ( { WalrusTarget(m); } COLONEQUAL expr { NamedExpression(m, s); } )?
    ;

yield_expr
@init { int s = P; int m = Sp; }
    : YIELD ( FROM expr { YieldFrom(m, s); } | exprs { Yield(m, s); } | { Yield(m, s); } )
    ;

expr
@init { int s = P; int m = Sp; }
    : operation ( IF operation { ExpectElse(); } ELSE { Enter(); } expr { Leave(); IfExp(m, s); } )?
    | LAMBDA { Enter(); } lambda_params COLON { AfterLambdaColon(s); } expr { Leave(); Lambda(m, s); }
    ;

// All unary and binary operators at once; precedence is resolved on the operator stack.
operation
@init { int o = Operators; }
    : ( { Prefix(o); } ( NOT | MINUS | PLUS | TILDE ) )* primary
      ( { Binary(o); }
        ( STAR | DOUBLESTAR | MINUS | PLUS | SLASH | DOUBLESLASH | PERCENT | AT | LSHIFT | RSHIFT | AMP | VBAR | CARET
        | LESS | GREATER | EQEQUAL | NOTEQUAL | LESSEQUAL | GREATEREQUAL | IS | IS_NOT | IN | NOT_IN | AND | OR )
        ( { Prefix(o); } ( NOT | MINUS | PLUS | TILDE ) )* primary
      )*
      { if (Operators != o) ReduceAll(o); }
    ;

primary
@init { int w = P; int s = P; int m = Sp; }
    : ( AWAIT { s = P; } )?
      ( NAME { PushNameNode(P - 1, ExpressionContext.Load); }
      | NUMBER { PushNumber(P - 1); }
      | strings
      | NONE { PushConstant(ConstantKind.None); }
      | TRUE { PushConstant(ConstantKind.True); }
      | FALSE { PushConstant(ConstantKind.False); }
      | ELLIPSIS { PushConstant(ConstantKind.Ellipsis); }
      | paren
      | list
      | brace
      )
      ( DOT NAME { Attribute(m, s); }
      | arguments { Call(m, s); }
      | subscript { Subscript(m, s); }
      )*
      { if (w != s) Await(m, w); }
    ;

paren
@init { int s = P; int m = Sp; bool tuple = false; bool with = false; bool generator = false; }
    : LPAR
      ( yield_expr
      | paren_item[s] ( comprehension { generator = true; }
                      | ( COMMA { tuple = true; } ( paren_item[s] | { NoComma(); } ) )* )
      )?
      { ExpectClose(m, s); } RPAR { Paren(m, s, tuple, generator); }
    ;

paren_item[int open]
@init { int m = Sp; }
    : item ( { CheckParenthesizedAs(open); } AS star_target { WithItem(m); } )?
    ;

list
@init { int s = P; int m = Sp; bool comp = false; }
    : LSQB ( item ( comprehension { comp = true; } | ( COMMA ( item | { NoComma(); } ) )* ) )?
      { ExpectClose(m, s); } RSQB { ListDisplay(m, s, comp); }
    ;

brace
@init { int s = P; int m = Sp; int kind = 0; bool comp = false; }
    : LBRACE ( entry { kind = EntryKind(m, kind); }
               ( comprehension { comp = true; } | ( COMMA ( { int e = Sp; } entry { kind = EntryKind(e, kind); } | { NoComma(); } ) )* ) )?
      { ExpectClose(m, s); } RBRACE { Brace(m, s, kind, comp); }
    ;

// One slot for a set's element, two for a dictionary's entry.
entry
@init { int m = Sp; int s = P; }
    : DOUBLESTAR { PushEmpty(); } expr { CheckUnpacked(m, s); }
    | item ( { CheckKey(m, s); } COLON { ExpectDictValue(); } expr )?
    ;

comprehension
    : comp_for+
    ;

comp_for
@init { int m = Sp; bool a = false; }
    : ( ASYNC { a = true; } )? FOR targets { ExpectComprehensionIn(); } IN operation ( IF operation )* { Comprehension(m, a); }
    ;

targets
@init { int s = P; int m = Sp; bool tuple = false; }
    : star_target ( COMMA { tuple = true; } ( star_target | { NoComma(); } ) )* { Targets(m, s, tuple); }
    ;

star_target
@init { int s = P; int m = Sp; }
    : STAR primary { Starred(m, s); }
    | primary
    ;

arguments
@init { int m = Sp; int s = P; }
    : LPAR ( argument[s] ( COMMA ( argument[s] | { NoComma(); } ) )* )? { ExpectClose(m, s); } RPAR { CheckArguments(m); }
    ;

argument[int open]
@init { int s = P; int m = Sp; }
    : STAR expr { StarArgument(m, s); }
    | DOUBLESTAR expr { Replace(m, new Keyword(Start(s), End, null, Top)); }
    | named ( { CheckKeyword(m, s); } ASSIGN { ExpectKeywordValue(s); } expr { Keyword(m, s); }
            | comprehension { GeneratorArgument(m, s, open); }
            | )
    ;

subscript
@init { int s = P; int m = Sp; bool tuple = false; }
    : LSQB slice ( COMMA { tuple = true; } ( slice | { NoComma(); } ) )* { Slices(m, s + 1, tuple); ExpectClose(m, s); } RSQB
    ;

slice
@init { int s = P; int m = Sp; }
    : STAR expr { Starred(m, s); }
    | named ( { NoWalrus(m, s); } COLON { PushEmpty(); PushEmpty(); } slice_tail[m] { Slice(m, s); } )?
    | COLON { PushEmpty(); PushEmpty(); PushEmpty(); } slice_tail[m] { Slice(m, s); }
    ;

slice_tail[int m]
    : ( expr { Store(m + 1); } )? ( COLON ( expr { Store(m + 2); } )? )?
    ;

// strings

strings
@init { int s = P; int m = Sp; }
    : ( STRING { PushString(); } | fstring )+ { Strings(m, s); }
    ;

fstring
@init { int s = P; int m = Sp; int outer = EnterFString(s); }
    : ( FSTRING_START | TSTRING_START ) fstring_part* FSTRING_END { LeaveFString(outer); JoinedStr(m, s); }
    ;

fstring_part
    : FSTRING_MIDDLE { PushMiddle(); }
    | field
    ;

field
@init { int s = P; int m = Sp; int conversion = -1; int debug = -1; bool spec = false; }
    : LBRACE { ExpectFieldExpression(); } rhs { AfterFieldExpression(); } ( ASSIGN { debug = P - 1; } )?
      ( BANG { ExpectConversion(); } NAME { conversion = Conversion(); } )?
      ( COLON { spec = true; } format_spec )?
      { ExpectFieldEnd(conversion >= 0, debug >= 0, spec); } RBRACE { Field(m, s, debug, conversion, spec); }
    ;

format_spec
@init { int s = P; int m = Sp; }
    : fstring_part* { FormatSpec(m, s); }
    ;

// match statements

match_stmt
@init { int s = P; int m = Sp; bool tuple = false; }
    : MATCH item ( COMMA { tuple = true; } ( item | { NoComma(); } ) )* { Subject(m, s, tuple); } { Header(); } COLON NEWLINE { ExpectBlock(s); }
      INDENT case_block+ DEDENT { Match(m, s); }
    ;

case_block
@init { int s = P; int m = Sp; int g = -1; }
    : CASE patterns ( IF { g = Sp; } named )? { Header(); } { if (g < 0) PushEmpty(); } COLON block[s] { MatchCase(m, s); }
    ;

patterns
@init { int s = P; int m = Sp; bool tuple = false; }
    : star_pattern ( COMMA { tuple = true; } ( star_pattern | { NoComma(); } ) )* { OpenSequence(m, s, tuple); }
    ;

star_pattern
@init { int s = P; }
    : STAR NAME { MatchStar(s); }
    | as_pattern
    ;

as_pattern
@init { int s = P; int m = Sp; }
    : closed_pattern ( ( VBAR closed_pattern )+ { MatchOr(m, s); } )? ( AS { ExpectCaptureName(); } NAME { MatchAs(m, s); } )?
    ;

closed_pattern
@init { int s = P; int m = Sp; bool tuple = false; }
    : literal { LiteralPattern(m, s); }
    | dotted_name ( LPAR ( class_arg ( COMMA ( class_arg | { NoComma(); } ) )* )? RPAR { MatchClass(m, s); } | { NamePattern(m, s); } )
    | LPAR ( star_pattern ( COMMA { tuple = true; } ( star_pattern | { NoComma(); } ) )* )? RPAR { GroupPattern(m, s, tuple); }
    | LSQB ( star_pattern ( COMMA ( star_pattern | { NoComma(); } ) )* )? RSQB { Replace(m, new MatchSequence(Start(s), End, List<Pattern>(m))); }
    | LBRACE ( mapping_item ( COMMA ( mapping_item | { NoComma(); } ) )* )? RBRACE { MatchMapping(m, s); }
    ;

dotted_name
@init { int s = P; int m = Sp; }
    : NAME { PushNameNode(P - 1, ExpressionContext.Load); } ( DOT NAME { Attribute(m, s); } )*
    ;

literal
@init { int s = P; int m = Sp; }
    : NUMBER { PushNumber(P - 1); } ( imaginary[m, s] )?
    | MINUS NUMBER { PushNumber(P - 1); Negate(s); } ( imaginary[m, s] )?
    | strings
    | NONE { PushConstant(ConstantKind.None); }
    | TRUE { PushConstant(ConstantKind.True); }
    | FALSE { PushConstant(ConstantKind.False); }
    ;

imaginary[int m, int s]
@init { int o = P; }
    : ( PLUS | MINUS ) NUMBER { PushNumber(P - 1); Complex(m, s, o); }
    ;

class_arg
@init { int s = P; int m = Sp; }
    : as_pattern ( { CheckKeywordPattern(m, s); } ASSIGN as_pattern { KeywordPattern(m, s); } )?
    ;

mapping_item
@init { int m = Sp; int s = P; }
    : ( literal | dotted_name { CheckMappingKey(m); } ) COLON as_pattern
    | DOUBLESTAR NAME { RestPattern(); }
    ;
