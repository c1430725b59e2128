import ts from 'typescript';

/**
 * Whether a member of a class is for nobody else, by `private` or by `#`.
 * @param {ts.ClassElement | ts.TypeElement} member
 */
export function isPrivateMember(member) {
  const isNamedSo = member.name !== undefined && ts.isPrivateIdentifier(member.name);
  return isNamedSo || (ts.getCombinedModifierFlags(member) & ts.ModifierFlags.Private) !== 0;
}
