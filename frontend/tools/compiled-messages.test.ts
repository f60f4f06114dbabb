import { transformSync } from "@babel/core";
import { expect, test } from "vitest";
import { compiledMessages } from "./compiled-messages";

function compiled(code: string): string {
  const result = transformSync(code, {
    plugins: [compiledMessages],
    configFile: false,
    babelrc: false,
    compact: true,
  });
  return result?.code ?? "";
}

test("a message with values becomes the parts that the runtime puts together", () => {
  expect(compiled('t({ id: "a", message: "Hello {name}" })')).toBe(
    't({id:"a",message:["Hello ",["name"]]});',
  );
});

test("a plural is compiled, a plain sentence is marked as compiled", () => {
  expect(compiled('t({ id: "a", message: "{n, plural, one {# day} other {# days}}" })')).toContain(
    '["n","plural",{',
  );
  expect(compiled('t({ id: "a", message: "Home" })')).toBe('t({id:"a",message:["Home"]});');
});

test("an object that is no message is left alone", () => {
  expect(compiled('f({ message: "Hello {name}" })')).toBe('f({message:"Hello {name}"});');
});
