# Reads a pattern and a text a line, in base64, and answers 1 or 0.
def read(word) = word.unpack1('m').force_encoding(Encoding::UTF_8)

$stdin.each_line(chomp: true) do |line|
  pattern, text = line.split(' ', -1).map { |word| read(word) }
  puts Regexp.new(pattern).match?(text) ? '1' : '0'
rescue RegexpError
  puts 'E'
end
