internal import Market

/// The words of `peidan prices fetch` on the file of sources, in both languages.
package enum FetchPhrase: Sendable, Hashable {
  /// The file holds passwords or tokens and was readable by others; whether it is no more.
  case secretsInSources(path: String, isClosed: Bool)

  package func callAsFunction(_ language: Language) -> String {
    LocalizedText(english: words.english, chinese: words.chinese)(language)
  }

  private var words: (english: String, chinese: String) {
    switch self {
    case .secretsInSources(let path, true):
      (
        "`\(path)` holds passwords or tokens and was open to other users; from now on only its owner may read it",
        "`\(path)` 含有密码或令牌，此前其他用户可读；现已改为仅所有者可读"
      )
    case .secretsInSources(let path, false):
      (
        "`\(path)` holds passwords or tokens, is open to other users, and its permissions cannot be changed; close it",
        "`\(path)` 含有密码或令牌，其他用户可读，且无法更改权限；请自行限制"
      )
    }
  }
}
