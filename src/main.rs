fn main() {
    println!("tachtig");
}
