// What generators put before or behind the name of a schema: constructors and nullable twins in Go, builders in Java, and the
// parts of a schema that have no name.
const made = [
  (name) => `New${name}`, (name) => `New${name}WithDefaults`, (name) => `Nullable${name}`, (name) => `NewNullable${name}`,
  (name) => `${name}Builder`, (name) => `${name}Inner`, (name) => `${name}Enum`, (name) => `${name}AllOf`, (name) => `${name}OneOf`, (name) => `${name}AnyOf`,
];

// The words of Go, Java, Kotlin, C#, Python, Ruby, PHP, Rust, TypeScript and Swift. A schema's name becomes a module in Python
// and Rust, and PHP reads class names in any case, so that case does not matter.
const words = `
abstract alias and any array as assert async await base begin bool boolean break byte callable case catch chan char checked class clone
companion const continue crate declare def default defer del delegate delete die do double dyn echo elif else elseif empty end enddeclare
endfor endforeach endif endswitch endwhile ensure enum eval except exec exit explicit export extends extern fallthrough false final finally
fixed float fn for foreach from fun func function global go goto if impl implements implicit import in include init inout instanceof insteadof int
integer interface internal is isset iterable lambda let list lock long loop macro match mixed mod module move mut namespace native never new next
nil nonlocal none not null number object open operator or out override package params parent partial pass print priv private protected
protocol public pub raise range readonly redo ref register require rescue resource retry return sbyte sealed select self short sizeof
stackalloc static strictfp string struct super switch symbol synchronized template then this throw throws trait transient true try
type typeof uint ulong unchecked undef undefined union unless unsafe unset until use ushort using val var virtual void volatile when where
while with xor yield`.trim().split(/\s+/);

// What every generated client has, or takes from its language, under these very names.
const types = `
Any APIClient APIError APIKey APIResponse ApiClient ApiError ApiException ApiKeyError ApiResponse ApiTypeError ApiValueError Arrays Array
BadRequestException BaseModel BasicAuth Boolean Box Byte Character Class Client Config Configuration Date DateTime Dict Double Enum Error
Exception Field File Float ForbiddenException Future GenericOpenAPIError Integer Iterable List Long Map Model Module Never NotFoundException Nothing
Number Object Objects OffsetDateTime OpenApiException Option Optional Override Pair Promise Ptr Record Request RequestInit Response Result Self
Server ServerConfiguration ServiceException Set String Symbol System Task Thread Time Tuple Type UnauthorizedException Union Unit Unset UUID Vec Void`
  .trim().split(/\s+/);

export default function namedFreely(document) {
  const names = Object.keys(document.components?.schemas ?? {});
  const reserved = new Set(words);
  const known = new Set(types);
  const found = [];
  const say = (name, message) => found.push({ message: `${name} ${message}`, path: ['components', 'schemas', name] });
  const spelt = new Map();
  for (const name of names) {
    const lower = name.toLowerCase();
    if (spelt.has(lower)) say(name, `differs from ${spelt.get(lower)} by case alone, and their files may not`);
    spelt.set(lower, name);
  }
  for (const name of names) {
    if (reserved.has(name.toLowerCase())) say(name, 'is a word of a language that clients are generated in');
    else if (known.has(name)) say(name, 'is a type of a language or client that is generated');
    for (const make of made) {
      const other = spelt.get(make(name).toLowerCase());
      if (other) say(other, `is a name that generators make for ${name}`);
    }
  }
  return found;
}
