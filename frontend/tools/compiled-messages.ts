/**
 * A Babel step for the production build: English messages with values or plurals are compiled where they stand,
 * so that the browser needs neither an English catalog nor the message parser.
 */
import type { NodePath, PluginObj, types as Types } from "@babel/core";
import { compileMessage } from "@lingui/message-utils/compileMessage";

type Babel = { types: typeof Types };

export function compiledMessages({ types }: Babel): PluginObj {
  // Always a list of parts, even for a plain sentence: that is how the runtime knows that it is compiled.
  const compiled = (message: string) => types.valueToNode(compileMessage(message));
  const hasId = (names: readonly (string | undefined)[]) => names.includes("id");
  return {
    name: "compiled-messages",
    visitor: {
      ObjectExpression(path: NodePath<Types.ObjectExpression>) {
        const named = path.node.properties.flatMap((property) =>
          types.isObjectProperty(property) && types.isIdentifier(property.key)
            ? [{ name: property.key.name, property }]
            : [],
        );
        if (!hasId(named.map(({ name }) => name))) return;
        for (const { name, property } of named) {
          if (name !== "message" || !types.isStringLiteral(property.value)) continue;
          property.value = compiled(property.value.value);
        }
      },
    },
  };
}
