// SPDX-License-Identifier: MIT
#include <memory>
#include <string_view>

#include <fmt/format.h>

#include "commands.hpp"
#include "completion_words.hpp"
#include "output.hpp"

namespace cprota {
namespace {

// Each asks the program itself what may stand where the cursor is, so that it knows the team's people, roles
// and weeks. Without an answer the shell offers files.
constexpr std::string_view bash_script =
    R"script(# cprota for bash: eval "$(cprota completion bash)" in ~/.bashrc
_cprota() {
  local IFS=$'\n'
  COMPREPLY=($("${COMP_WORDS[0]}" completion bash -- "${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null))
}
complete -o default -o nosort -F _cprota cprota
)script";

constexpr std::string_view zsh_script = R"script(#compdef cprota
# cprota for zsh: cprota completion zsh > "${fpath[1]}/_cprota", or eval "$(cprota completion zsh)" after compinit
_cprota() {
  local -a found
  found=("${(@f)$("${(Q)words[1]}" completion zsh -- "${(@Q)words[2,CURRENT]}" 2>/dev/null)}")
  if [[ -n $found ]]; then _describe -V cprota found; else _files; fi
}
if [[ $funcstack[1] == _cprota ]]; then _cprota "$@"; else compdef _cprota cprota; fi
)script";

constexpr std::string_view fish_script =
    R"script(# cprota for fish: cprota completion fish > ~/.config/fish/completions/cprota.fish
function __cprota_found
    set -l words (commandline -opc) (commandline -ct)
    $words[1] completion fish -- $words[2..-1] 2>/dev/null
end
complete -c cprota -k -f -n 'count (__cprota_found) >/dev/null' -a '(__cprota_found)'
)script";

struct CompletionOptions {
  std::optional<std::string> shell;
  std::vector<std::string> words;
  OutputOptions output;
};

std::string_view script_for(std::string_view shell) {
  if (shell == "bash") return bash_script;
  return shell == "zsh" ? zsh_script : fish_script;
}

// As the shell wants it: fish and zsh show what a word means beside it.
std::string written(const std::vector<Completion>& completions, std::string_view shell) {
  std::string out;
  for (const Completion& one : completions) {
    if (shell == "bash" || one.meaning.empty()) {
      out += one.word + "\n";
    } else {
      out += fmt::format("{}{}{}\n", one.word, shell == "zsh" ? ':' : '\t', one.meaning);
    }
  }
  return out;
}

Result<Exit> completion(Session& session, const CompletionOptions& options) {
  if (options.words.empty()) return answer(session, options.output, script_for(*options.shell));
  return answer(session, options.output, written(completions_of(session, options.words), *options.shell));
}

}  // namespace

Command completion_command() {
  const auto options = std::make_shared<CompletionOptions>();
  Command command;
  command.examples = {"cprota completion bash"};
  command.about =
      "Prints a script for the shell. With words after -- it prints what may stand in place of the last of "
      "them, as "
      "the script asks.";
  command.arguments = {
      {.names = "SHELL",
       .help = "bash, zsh or fish",
       .field = &options->shell,
       .choices = {"bash", "zsh", "fish"},
       .required = true},
      {.names = "WORD", .help = "the words after cprota so far", .field = &options->words},
  };
  append(command.arguments, output_arguments(options->output, {"text"}));
  command.run = [options](Session& session) { return completion(session, *options); };
  return command;
}

}  // namespace cprota
