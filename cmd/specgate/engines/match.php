<?php
// Reads a pattern and a text a line, in base64, and answers 1 or 0 as the client of OpenAPI Generator does: byte by byte.
while (($line = fgets(STDIN)) !== false) {
    [$pattern, $text] = array_map('base64_decode', explode(' ', rtrim($line, "\n")));
    $found = @preg_match('/' . str_replace('/', '\\/', $pattern) . '/', $text);
    echo $found === false ? 'E' : $found, "\n";
}
